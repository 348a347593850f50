"""What a start waits for: nothing that is not painted, then nothing that the list of cases does not show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from drafter.app.library import Library

_PAINT = """
import sys
from pathlib import Path
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from drafter.app.library import Library
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme
application = QApplication([])
window = MainWindow(Library.open(Path(sys.argv[1])), Theme(application))
window.show()
while not window._painted:
    application.processEvents()
heavy = {"docx", "docxtpl", "lxml", "jinja2", "sqlite_utils", "sqlite3", "sqlcipher3", "keyring"}
heavy |= {"drafter.ui.case.case_page", "drafter.store.records", "drafter.app.presence", "drafter.core.dates"}
made = ["Qt"] * ("Qt" in vars(QtCore))  # the namespace, whose enumerations take PySide more than 10 ms
print(sorted(heavy & set(sys.modules)) + made, [name for name in sys.modules if "PySide6.Qt" in name])
"""


def test_nothing_heavy_is_loaded_before_the_window_is_painted(tmp_path: Path) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _PAINT, str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    heavy, qt = done.stdout.strip().split("] [")
    assert heavy == "["
    assert set(qt.rstrip("]").replace("'", "").split(", ")) == {
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
    }


_LIST = """
import sys
from pathlib import Path
from PySide6 import QtCore
import shibokensupport.feature as feature
import drafter.ui.app as app
from drafter.app.library import Library

class Window(app.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        QtCore.QTimer.singleShot(0, self.look)

    def look(self):
        if self.desk.backups is None:
            QtCore.QTimer.singleShot(0, self.look)
            return
        heavy = {"json", "dataclasses", "drafter.law", "drafter.app.drafting", "drafter.app.session"}
        searched = [name for name in feature.pyside_feature_dict if name.startswith("drafter.app")]
        print(self.start.chosen(), sorted(heavy & set(sys.modules)), "Qt" in vars(QtCore), searched)
        self.close()

app.MainWindow = Window
app.open_window(Library.open(Path(sys.argv[1])))
"""


def test_the_list_of_cases_waits_for_nothing_that_it_does_not_show(library: Library) -> None:
    case = library.new("United States v. Roe")
    library.set_tags(case, ("medical",))
    library.nearest_deadline(case)
    library.cases()  # brings the index up to date, as the session that made the case had done
    library.close()
    (library.folder / "window.ini").write_text("[vault]\noffered=1\nplace-told=1\n", encoding="ascii")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "USER": "roe"}
    command = [sys.executable, "-c", _LIST, str(library.folder)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    # PySide takes 12 ms for the enumerations of Qt, and would look through the text of every module.
    assert done.stdout.splitlines() == [f"{case} [] False []"], done.stderr
