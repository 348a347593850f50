"""What happens when a case is left while something typed is not stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from drafter.ui.case.autosave import Autosave


def may_leave(parent: QWidget, autosave: Autosave) -> bool:
    """Store everything; ask when something cannot be stored.  Return whether the case may be left."""
    autosave.flush()
    if unsaved := autosave.unsaved():
        asked = "The disk does not take these answers. If you leave now, what you typed there is lost:"
        return _ask(parent, asked, [block.question.ask for block in unsaved])
    if unread := autosave.unread():
        asked = (
            "These entries cannot be read, so no paper says them. They are there again when you come back,"
            " but for a proof that cannot be read, which is lost:"
        )
        return _ask(parent, asked, [block.question.ask for block in unread])
    return True


def _ask(parent: QWidget, asked: str, questions: list[str]) -> bool:
    lines = "\n".join(f"• {question}" for question in questions[:8])
    more = f"\n… and {len(questions) - 8} more" if len(questions) > 8 else ""  # noqa: PLR2004 - as shown above
    box = QMessageBox(
        QMessageBox.Icon.Warning, "Not everything is saved", f"{asked}\n\n{lines}{more}", parent=parent
    )
    leave = box.addButton("Leave without them", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Go back", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
