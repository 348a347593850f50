"""A small motion with every feature of the dialect, compiled from text, and a context for it."""

from __future__ import annotations

import copy
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drafter.core import marks
from drafter.render.engine import Template

HERE = Path(__file__).parent
# tools/ is a folder of scripts, which find their modules beside themselves.
sys.path.insert(0, str(HERE.parent.parent / "tools"))

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Context = dict[str, Any]


def ground(title: str) -> Context:
    return {
        "fragment": "b3D",
        "title": title,
        "fact": f"The facts of {title}.",
        "kind": "parent & child",
        "first": "first element",
        "second": "second element",
    }


CONTEXT: Context = {
    "flag": marks.blank("DRAFT"),
    "caption": {
        "docket": "3:10-cr-00123",
        "district": "WESTERN DISTRICT OF NORTH CAROLINA",
        "division": "CHARLOTTE DIVISION",
        "judge": "Hon. Jane Doe",
        "defendant": "JOHN ROE",
        "notice": "",
    },
    "client": {"name": marks.printed("client.name", "John Roe")},
    "relief": {
        "term": "time served",
        "position": "opposes",
        "conferred": marks.blank("date of conference"),
        "alternative": "",
    },
    "sentence": {"term": "240 months", "served": "150 months", "release": "May 1, 2030"},
    "background": ("First fact.", "Second fact."),
    "programs": (
        {"title": "Carpentry", "hours": "500", "proof": "Ex. G at 4"},
        {"title": "Reading", "hours": "120", "proof": "Ex. G at 7"},
    ),
    "grounds": (ground("The parent"), ground("The sibling")),
    "points": ({"text": "Point one", "parts": ("a part",)}, {"text": "Point two", "parts": ()}),
    "extra": "Something extra.",
    "counsel": {"name": "Jane Coe", "address": "1 Main Street\nCharlotte", "phone": "555-0100"},
    "service": {"on_whom": "the United States Attorney", "date": "June 1, 2026"},
    "cite": {"rule": marks.italic("Roe v. Doe") + ", 1 U.S. 1 (2026)"},
}


@pytest.fixture
def context() -> Context:
    return copy.deepcopy(CONTEXT)


@pytest.fixture(scope="session")
def compiled() -> Callable[..., bytes]:
    from wordsource.package import compile_source

    def compile_text(text: str, name: str = "test.md") -> bytes:
        return compile_source(text, name)

    return compile_text


@pytest.fixture(scope="session")
def motion(compiled: Callable[..., bytes]) -> bytes:
    return compiled((HERE / "motion.md").read_text(encoding="utf-8"), "motion.md")


@pytest.fixture(scope="session")
def b3d(compiled: Callable[..., bytes]) -> bytes:
    return compiled((HERE / "b3D.md").read_text(encoding="utf-8"), "b3D.md")


@pytest.fixture(scope="session")
def template(motion: bytes, b3d: bytes) -> Template:
    return Template.open(motion, {"b3D": b3d}, name="motion.docx")


@pytest.fixture(scope="session")
def opened() -> Callable[[str], Template]:
    """A template from a few lines of source."""

    def open_text(text: str) -> Template:
        from wordsource.package import compile_source

        return Template.open(compile_source(text, "test.md"), name="test.docx")

    return open_text


@pytest.fixture(scope="session")
def parts() -> Callable[[bytes], dict[str, bytes]]:
    def read(docx: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            return {name: package.read(name) for name in package.namelist()}

    return read


@pytest.fixture(scope="session")
def with_part(
    parts: Callable[[bytes], dict[str, bytes]],
) -> Callable[[bytes, str, Callable[[bytes], bytes]], bytes]:
    """The same file with one part changed (or made from nothing)."""

    def changed(docx: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
        contents = parts(docx)
        contents[name] = change(contents.get(name, b""))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for part, content in contents.items():
                package.writestr(part, content)
        return out.getvalue()

    return changed


@pytest.fixture(scope="session")
def tree(parts: Callable[[bytes], dict[str, bytes]]) -> Callable[..., etree._Element]:
    def parsed(docx: bytes, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(parts(docx)[name])

    return parsed


@pytest.fixture(scope="session")
def words() -> Callable[[etree._Element], str]:
    """What a reader sees below an element: text, with breaks and tabs."""

    def seen(element: etree._Element) -> str:
        signs = {f"{W}br": "\n", f"{W}tab": "\t"}
        found = element.iter(f"{W}t", f"{W}br", f"{W}tab")
        return "".join(signs.get(str(node.tag), node.text or "") for node in found)

    return seen
