"""The scenes that are pictured: every page and state of a case, each brought about as a person would."""

from __future__ import annotations

from camera import Photographer, focused, typed
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.app.library import Library
from drafter.ui.case import beside_commands, case_commands
from drafter.ui.case.find_bar import FindBar
from drafter.ui.case.reading_dialog import ReadingDialog
from drafter.ui.command_search import CommandSearch
from drafter.ui.editors.date import DateEditor
from drafter.ui.manual import open_manual
from drafter.ui.review.page import ReviewPage

#: Questions whose law is shown: foreclosed, with a paraphrase, with a quotation, local rules, practice alone.
LAW_BESIDE = ("change.any", "b3D.incapacity", "warden.received_on", "exhibits.list", "movant.pronouns")
#: What is answered in the half-filled case.
HALF = {
    "case.number": "1:21-cr-00042",
    "movant.register_number": "12345-058",
    "case.division": "Charlotte Division",
}
#: A docket entry from which facts are read.
PASTED = (
    "UNITED STATES DISTRICT COURT WESTERN DISTRICT OF NORTH CAROLINA\n"
    "United States v. Robin Q. Roe, Case Number: DNCW 1:21-cr-00042-001, USM Number: 12345-058\n"
    "JUDGMENT IN A CRIMINAL CASE\nDate of Imposition of Judgment: March 4, 2022\n"
    "The defendant is hereby committed to the custody of the United States Bureau of Prisons to be imprisoned"
    " for a term of TWO HUNDRED FORTY (240) MONTHS."
)


def sections(camera: Photographer, sample: str) -> None:
    """Every section of a sample case, its to-do list and its deadlines."""
    camera.window.open_sample(sample)
    for place, section in enumerate(camera.page.session.sections):
        camera.page.outline.go_to(place)
        camera.page.form.start()
        camera.take(f"{sample}-{place + 1:02}-{section.id}")
    camera.page.show_to_do()
    camera.take(f"{sample}-to-do")
    camera.page.show_deadlines()
    camera.take(f"{sample}-deadlines")


def moments(camera: Photographer) -> None:
    """What is told: a wrong date, an unknown fact, a row being typed, larger text, the keys."""
    camera.window.open_sample("complete")
    camera.answer("offense.charged_on", "2/30/2015")
    camera.take("wrong-date")
    camera.answer("offense.charged_on", "8/11/2015")
    camera.page.go_to("movant.register_number")
    camera.page.form.blocks["movant.register_number"].proof.unknown.click()
    camera.take("unknown")
    type_a_row(camera)
    camera.zoom(3)
    camera.page.go_to("case.number")
    camera.take("larger-text")
    camera.zoom(0)
    camera.window.show_shortcuts()
    dialog = QApplication.activeModalWidget()
    camera.take("keys", dialog)
    if dialog is not None:
        dialog.close()


def states(camera: Photographer, library: Library) -> None:
    """A new case: empty, half filled in, with a problem, and a final that is refused."""
    window = camera.window
    window.open_case(library.new("United States v. Roe"))
    window.activateWindow()  # offscreen, no window manager does this when a small window closes
    camera.take("case-empty")
    for question, text in HALF.items():
        camera.answer(question, text)
    camera.take("case-half-filled")
    camera.answer("offense.charged_on", "2/30/2015")
    camera.page.go_to("offense.charged_on")
    camera.take("case-problem")
    camera.answer("offense.charged_on", "8/11/2015")
    camera.page.result.tell("The final was not written, because a final may not leave anything open.")
    camera.page.show_to_do()
    camera.take("case-refused")


def review_pages(camera: Photographer) -> None:
    """Every tab of the review."""
    camera.window.open_sample("complete")
    camera.page.show_review()
    review = camera.page.findChild(ReviewPage)
    if review is None:
        raise RuntimeError("The review is not shown")
    tabs = review.tabs
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        camera.take(f"review-{place + 1}")
    camera.page.show_review()


def small_windows(camera: Photographer) -> None:
    """The search for commands, the bar that finds words, and every window over the window."""
    window = camera.window
    window.open_sample("complete")
    window.manners.find()
    for bar in camera.page.findChildren(FindBar):
        bar.line.setText("warden")
        bar.step(1)
        camera.take("find")
        bar.leave()
    for name, show in (
        ("search", window.manners.search),
        ("templates", window.show_templates),
        ("pasted", lambda: case_commands.read_facts(window)),
        ("about", window.manners.show_about),
    ):
        show()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CommandSearch):
            dialog.line.setText("warden")
        if isinstance(dialog, ReadingDialog):
            dialog.text.setPlainText(PASTED)
        camera.take(name, dialog)
        if dialog is not None:
            dialog.close()
    for name in ("first-steps", "keyboard"):
        manual = open_manual(window, name)
        camera.take(f"manual-{name}", manual)
    manual.close()


def large_text(camera: Photographer) -> None:
    """The form, the checks, the review and the manual with text of 200 %."""
    window = camera.window
    window.open_sample("complete")
    camera.zoom(5)
    camera.page.go_to("case.number")
    camera.take("200-form")
    beside_commands.show_to_do(window)
    camera.take("200-checks")
    camera.page.show_review()
    camera.take("200-review")
    camera.page.show_review()
    manual = open_manual(window, "interview")
    camera.take("200-manual", manual)
    manual.close()
    camera.page.tabs.setCurrentWidget(camera.page.law_pane)
    camera.page.go_to("exhibits.list")
    camera.take("200-law")
    camera.page.tabs.setCurrentWidget(camera.page.draft)
    window.close_case()
    camera.take("200-start-with-cases")
    window.show_templates()
    dialog = QApplication.activeModalWidget()
    camera.take("200-templates", dialog)
    if dialog is not None:
        dialog.close()
    camera.zoom(0)


def draft_pages(camera: Photographer) -> None:
    """The draft beside a question that it prints, beside one it does not, on a blank, filled; the proof."""
    camera.window.open_sample("vailes")
    QTest.qWait(2000)  # the first draft loads the templates
    camera.page.go_to("movant.name")
    camera.take("draft-places")
    camera.page.go_to("movant.pronouns")
    camera.take("draft-not-printed")
    beside_commands.switch_filled(camera.window)
    beside_commands.step_blank(camera.window, 1)
    camera.take("draft-filled-on-a-blank")
    beside_commands.switch_filled(camera.window)
    beside_commands.show_proof(camera.window)
    camera.take("proof")
    camera.page.tabs.setCurrentWidget(camera.page.draft)


def dates(camera: Photographer) -> None:
    """The calendar of a date."""
    camera.window.open_sample("complete")
    camera.page.go_to("offense.charged_on")
    editor = camera.page.form.blocks["offense.charged_on"].editor
    if isinstance(editor, DateEditor):
        editor.open_calendar()
    calendar = QApplication.activePopupWidget()
    camera.take("calendar", calendar)
    if calendar is not None:
        calendar.close()


def law_pages(camera: Photographer) -> None:
    """The law beside some questions, an item in full, and the same with larger text."""
    camera.window.open_sample("vailes")
    camera.page.tabs.setCurrentWidget(camera.page.law_pane)
    for question in LAW_BESIDE:
        camera.page.go_to(question)
        camera.take(f"law-{question}")
    camera.page.law_pane.browser.anchorClicked.emit(QUrl("law:policy:2023"))
    camera.take("law-in-full")
    camera.page.law_pane.back()
    camera.page.go_to("b3D.incapacity")
    camera.zoom(3)
    camera.take("law-larger-text")
    camera.zoom(0)
    camera.page.tabs.setCurrentWidget(camera.page.draft)


def type_a_row(camera: Photographer) -> None:
    """A list with a cell that cannot be read and one that is being typed into."""
    camera.page.go_to("sentence.proceedings")
    view = camera.page.form.blocks["sentence.proceedings"].fields()[0]
    view.setFocus()
    for cell in ("4th Cir.", "09-4414", "3/99/2010", "affir"):
        for character in cell:
            QApplication.sendEvent(focused(), typed(character))
        if cell != "affir":
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
    camera.take("list")
