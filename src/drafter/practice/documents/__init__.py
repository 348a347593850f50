"""The papers: for each one the rule on when it is needed, and its typed context."""
