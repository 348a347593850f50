"""The menus: every command has its place, its mnemonic and, where it is frequent, its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from drafter.ui.case import beside_commands as beside
from drafter.ui.case import case_commands as on_case
from drafter.ui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from drafter.ui.main_window import MainWindow

_KEY = QKeySequence.StandardKey
#: Name of a text field's own slot → label and key.
_EDITS: dict[str, tuple[str, QKeySequence.StandardKey]] = {
    "undo": ("&Undo", _KEY.Undo),
    "redo": ("&Redo", _KEY.Redo),
    "cut": ("Cu&t", _KEY.Cut),
    "copy": ("&Copy", _KEY.Copy),
    "paste": ("&Paste", _KEY.Paste),
    "selectAll": ("Select &all", _KEY.SelectAll),
}


class Actions:
    """The actions of the window by what they are about; ``case`` are those that need an open case."""

    def __init__(self, window: MainWindow) -> None:
        """Put the titles of the menus on ``window``; :meth:`fill` puts the commands into them."""
        self._window = window
        self.case: list[QAction] = []
        self.always: list[QAction] = []
        self.panes: dict[str, QAction] = {}
        self.themes: dict[str, QAction] = {}
        self._menus = [
            window.menuBar().addMenu(title) for title in ("&File", "&Edit", "&Case", "&View", "&Help")
        ]

    def fill(self, samples: QMenu) -> None:
        """Make every command, once the window is painted; ``samples`` is the menu of sample cases."""
        file, edit, case, view, help_ = self._menus
        self._file(file, samples)
        self._edit(edit)
        self._case(case)
        self._view(view)
        self._help(help_)

    def every(self) -> list[QAction]:
        """Return all actions of the menu bar, in order."""
        return [action for menu in self._menus for action in menu.actions()]

    def enable(self, *, in_case: bool) -> None:
        """Offer what needs an open case only while there is one."""
        for action in self.case:
            action.setEnabled(in_case)

    def allow(self, *, all_: bool) -> None:
        """Offer everything, or only what shows nothing of a locked library."""
        for action in self.every():
            action.setEnabled(all_ or action in self.always)
        if all_:
            self.enable(in_case=self._window.page is not None)

    def _add(
        self,
        menu: QMenu,
        text: str,
        keys: str | QKeySequence.StandardKey,
        do: Callable[[], object],
        *,
        case: bool = False,
    ) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcuts([QKeySequence(keys)])  # a single one makes PySide load Qt: see labels.py
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - keeps Qt's "checked" from becoming an argument
        menu.addAction(action)
        if case:
            self.case.append(action)
        return action

    def _on_case(
        self, menu: QMenu, text: str, keys: str | QKeySequence.StandardKey, do: Callable[[MainWindow], object]
    ) -> QAction:
        """Add what ``do`` does with the window, offered only while a case is open."""
        return self._add(menu, text, keys, partial(do, self._window), case=True)

    def _file(self, menu: QMenu, samples: QMenu) -> None:
        window = self._window
        self._add(menu, "&New case…", "Ctrl+N", window.new_case)
        menu.addMenu(samples)
        self._add(menu, "New &from this case…", "Ctrl+Shift+N", window.new_from_this, case=True)
        chosen = menu.addMenu("C&hosen case")
        chosen.aboutToShow.connect(lambda: window.desk.fill(chosen))
        menu.addSeparator()
        self._add(menu, "&Rename case…", "", window.desk.rename_this, case=True)
        self._add(menu, "&Keep counsel for new cases", "", window.desk.keep_firm, case=True)
        self._on_case(menu, "&Save now", _KEY.Save, on_case.save)
        self._add(menu, "&Close case", "Ctrl+W", window.close_case, case=True)
        menu.addSeparator()
        manners = window.manners
        self._add(menu, "Save case as a fi&le…", "", manners.save_file, case=True)
        self._add(menu, "&Open a case file…", "Ctrl+O", manners.open_file)
        self._add(menu, "&Import cases from a table…", "", manners.take_table)
        menu.addSeparator()
        self._add(menu, "Search for conflicts of int&erest…", "Ctrl+Shift+F", window.manners.show_conflicts)
        self._add(menu, "&Templates…", "Ctrl+T", window.show_templates)
        self._add(menu, "O&ur own fields…", "", window.manners.show_own_fields)
        self._add(menu, "Te&xt blocks…", "", window.manners.show_blocks)
        menu.addSeparator()
        self._add(menu, "&Print…", _KEY.Print, window.manners.print_draft, case=True)
        self._add(menu, "Save as P&DF…", "", window.manners.save_pdf, case=True)
        menu.addSeparator()
        self._add(menu, "&Backups…", "", window.desk.show_backups)
        self._add(menu, "Protect with a passp&hrase…", "", window.vault.protect)
        self._add(menu, "Remove the passphrase…", "", window.vault.remove)
        self._add(menu, "Forget the passphrase on this computer", "", window.vault.forget)
        self._add(menu, "Lock b&y itself…", "", window.vault.ask_minutes)
        self._add(menu, "&Lock now", "Ctrl+L", window.vault.lock)
        menu.addSeparator()
        self.always.append(self._add(menu, "&Quit", "Ctrl+Q", window.close))

    def _edit(self, menu: QMenu) -> None:
        edits = [
            self._add(menu, text, key, partial(self._window.edit_text, slot))
            for slot, (text, key) in _EDITS.items()
        ]
        edits[1].setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.aboutToShow.connect(lambda: self._name_steps(*edits[:2]))
        self._add(menu, "&History of this answer…", "Ctrl+H", self._show_history, case=True)
        manners = self._window.manners
        menu.addSeparator()
        self._add(menu, "&Find in case…", _KEY.Find, manners.find, case=True)
        self._add(menu, "Find &next", "F3", lambda: manners.find_next(1), case=True)
        self._add(menu, "Find pre&vious", "Shift+F3", lambda: manners.find_next(-1), case=True)
        self._add(menu, "Find a comman&d…", "Ctrl+K", manners.search)
        menu.addSeparator()
        self._add(menu, "Insert text &block…", "Ctrl+Shift+B", manners.insert_block, case=True)
        self._add(menu, "Next &misspelt word\tF4", "", manners.mend_spelling, case=True)  # the text’s own key

    def _case(self, menu: QMenu) -> None:
        add = partial(self._on_case, menu)
        add("&Draft…", "Ctrl+D", on_case.draft)
        add("Draft &final…", "Ctrl+Shift+D", partial(on_case.draft, final=True))
        add("Draft whole &kit…", "Ctrl+Alt+D", partial(on_case.draft, kit=True))
        add("Draft final k&it…", "Ctrl+Alt+Shift+D", partial(on_case.draft, final=True, kit=True))
        menu.addSeparator()
        add("&Read facts from pasted text…", "Ctrl+Shift+R", on_case.read_facts)
        manners = self._window.manners
        self._add(menu, "Notes and si&gn-off…", "Ctrl+Shift+S", manners.show_notes, case=True)
        self._add(menu, "&Versions…", "", manners.show_versions, case=True)
        menu.addSeparator()
        add("Fact is &unknown – must obtain\tCtrl+U", "", on_case.toggle_unknown)  # the key is the question’s
        add("&Next section", "Ctrl+PgDown", partial(on_case.step, steps=1))
        add("&Previous section", "Ctrl+PgUp", partial(on_case.step, steps=-1))
        add("Next &missing fact", "F8", on_case.next_missing)
        add("Chec&ks", "F7", beside.show_to_do)
        add("Pr&oof of what is printed", "Ctrl+F7", beside.show_proof)
        add("Next &blank in the draft", "F11", partial(beside.step_blank, steps=1))
        add("Previo&us blank in the draft", "Shift+F11", partial(beside.step_blank, steps=-1))
        add("Dead&lines", "Shift+F7", beside.show_deadlines)
        add("&Review", "Ctrl+R", on_case.review)
        add("La&w beside the question", "F9", beside.show_law)
        add("Next pa&ne", "F6", partial(on_case.next_pane, steps=1))
        add("Pre&vious pane", "Shift+F6", partial(on_case.next_pane, steps=-1))

    def _name_steps(self, undo: QAction, redo: QAction) -> None:
        from drafter.ui.case.undoing import name_steps  # it knows the forms: not before the first paint

        name_steps(self._window, undo, redo)

    def _show_history(self) -> None:
        from drafter.ui.case.undoing import show_history  # as above

        show_history(self._window)

    def _plain(self) -> None:
        shown = self.plain.isChecked()
        self._window.settings.remember("view/plain", int(shown))
        if self._window.page is not None:
            self._window.page.show_plain(shown)

    def _view(self, menu: QMenu) -> None:
        window = self._window
        for name, text in (("outline", "&Sections"), ("draft", "&Draft, law, proof, checks and deadlines")):
            pane = self._add(menu, text, "", window.show_panes, case=True)
            pane.setCheckable(True)
            pane.setChecked(True)
            self.panes[name] = pane
        self._on_case(menu, "Show f&illed text", "Ctrl+Shift+H", beside.switch_filled)
        plain = self._add(menu, "Plain &words for the client", "Ctrl+Shift+L", self._plain)
        plain.setCheckable(True)
        plain.setChecked(window.settings.number("view/plain", 0) == 1)
        self.plain = plain
        spelling = self._add(menu, "&Check spelling", "", window.manners.switch_spelling)
        spelling.setCheckable(True)
        spelling.setChecked(window.settings.number("view/spelling", 1) == 1)
        self.spelling = spelling
        menu.addSeparator()
        self._add(menu, "&Larger text", "Ctrl+=", lambda: window.zoom(1))
        self._add(menu, "S&maller text", "Ctrl+-", lambda: window.zoom(-1))
        self._add(menu, "&Normal text", "Ctrl+0", lambda: window.zoom(0))
        menu.addSeparator()
        themes = menu.addMenu("&Theme")
        group = QActionGroup(window)
        for name, text in THEMES.items():
            action = self._add(themes, f"&{text}", "", partial(window.choose_theme, name))
            action.setCheckable(True)
            group.addAction(action)
            self.themes[name] = action

    def _help(self, menu: QMenu) -> None:
        manners = self._window.manners
        self.always.append(self._add(menu, "&Manual", "F1", manners.show_manual))
        self.always.append(self._add(menu, "&Keyboard shortcuts", "Ctrl+F1", self._window.show_shortcuts))
        self._add(menu, "&Why this is asked\tShift+F1", "", manners.explain, case=True)
        self._add(menu, "&Check data…", "", self._window.desk.check_data)
        self._add(menu, "&About drafter", "", manners.show_about)
