"""The page of an open case: its sections and questions, and what stands beside them."""
