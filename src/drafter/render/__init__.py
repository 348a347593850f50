"""Fills Word templates: the engine over docxtpl, its lint, and readers of the finished document."""
