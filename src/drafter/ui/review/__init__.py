"""The review of a case: its answers in one view, what changed, its timeline, and the time served."""

from drafter.ui.review.place import ReviewPlace

__all__ = ["ReviewPlace"]
