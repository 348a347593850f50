"""A paper tells nothing of who, when, where and for whom else it was made, and is made the same again."""

from __future__ import annotations

import getpass
import io
import os
import platform
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from every_answer import everything, facts
from lxml import etree
from papers import facts_of, hostile, papers, sample_case

from drafter import paths
from drafter.app.library import Library
from drafter.practice.documents.document import Document
from drafter.practice.documents.registry import DOCUMENTS
from drafter.render import isolated

FILED, MADE, LATER = date(2026, 11, 27), date(2026, 11, 21), date(2026, 11, 25)
#: The sheet of the file says on which day it was made, and a paper against a ruling is of that day.
BY_THE_DAY = {"checklist"} | {document.id for document in DOCUMENTS if document.later}
OF_NO_DAY = [document for document in DOCUMENTS if document.id not in BY_THE_DAY]
#: All that a paper consists of: no comments, custom XML, people, thumbnail or settings of a printer.
PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/_rels/document\.xml\.rels"
    r"|word/(document|styles|settings|numbering|footnotes|(header|footer)[0-9]+)\.xml"
)
#: What Word and other programs write of sessions, revisions, people, other files and the day.
TRACES = re.compile(
    rb"rsid|paraId|textId|durableId|w:author|w:initials|w:date\b|attachedTemplate|docVar|mailMerge|docId\b"
    rb"|<w:(ins|del|moveFrom|moveTo|comment\w*|proofErr|lastRenderedPageBreak|(day|month|year)(Short|Long))\b"
    rb"|lastModifiedBy|dcterms|cp:revision|TargetMode=.External"
    rb"|\b(SAVE|PRINT|CREATE)?DATE\b|\bTIME\b|FILENAME|USERNAME|AUTHOR|LASTSAVEDBY"
)
CORE = ["title", "version", "creator", "language"]
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def places() -> Iterator[bytes]:
    """The user, the machine and folders by name, where the name is too long to stand in a paper by chance."""
    checkout = Path(__file__).resolve().parents[2]
    for name in (getpass.getuser(), platform.node(), str(checkout), str(Path.home()), sys.prefix):
        if len(name) > 4:
            yield name.encode()


@every_document
@pytest.mark.parametrize("case", ["all", "hostile", "complete", "nothing"])
def test_no_part_tells_of_its_making(document: Document, case: str) -> None:
    raw: dict[str, Callable[[], dict[str, Any]]] = {"all": everything, "hostile": hostile, "nothing": dict}
    complete = facts_of(sample_case("complete"), FILED, MADE)
    for _, docx in papers(document, facts(raw[case](), FILED, MADE) if case in raw else complete):
        for name, part in parts(docx).items():
            assert PARTS.fullmatch(name), name
            assert not TRACES.search(re.sub(rb"<w:t[ >][^<]*", b"", part)), TRACES.search(part)
            assert not [place for place in places() if place in part]


@pytest.mark.parametrize("document", OF_NO_DAY, ids=lambda document: document.id)
def test_no_part_tells_when_it_was_made(document: Document) -> None:
    for _, docx in papers(document, facts_of(sample_case("complete"), FILED, MADE)):
        told = b" ".join(parts(docx).values())
        for day in (MADE, date.today()):  # noqa: DTZ011 - as the program takes it
            assert day.isoformat().encode() not in told
            assert f"{day:%B} {day.day}, {day.year}".encode() not in told
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            assert package.comment == b""
            for member in package.infolist():
                assert member.date_time == (1980, 1, 1, 0, 0, 0)
                assert (member.extra, member.comment, member.external_attr) == (b"", b"", 0)


@every_document
def test_the_properties_are_title_and_version_alone(document: Document) -> None:
    for _, docx in papers(document, facts(everything())):
        core = etree.fromstring(parts(docx)["docProps/core.xml"])
        assert [etree.QName(one).localname for one in core] == CORE
        title, version, creator, language = (one.text for one in core)
        assert (title, creator, language) == (document.title, None, "en-US")
        assert re.fullmatch(rf"{document.id} [0-9a-f]{{12}} [0-9a-f]{{12}}", version or "")


DRAFT = """
import sys
from datetime import date
from pathlib import Path
from typing import Any
from drafter.app.library import Library
folder, out, made, filed, *documents = sys.argv[1:]
library = Library(Path(folder), today=lambda: date.fromisoformat(made))
case = library.open_case(library.new_sample("complete"))
case.draft(Path(out), documents=documents, on=date.fromisoformat(filed))
library.close()
"""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, bytes]]:
    """Draft every document of the complete sample in a process of its own; without LibreOffice, for speed."""

    def draft(made: date, **settings: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("apart")
        days = made.isoformat(), FILED.isoformat()
        names = [document.id for document in OF_NO_DAY]
        command = [sys.executable, "-c", DRAFT, str(folder / "data"), str(folder / "out"), *days, *names]
        home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "PATH": ""}
        env = {**os.environ, **home, **settings}
        subprocess.run(command, check=True, cwd=folder, env=env, timeout=120)
        return {path.name: path.read_bytes() for path in sorted((folder / "out").glob("*.docx"))}

    return draft


def test_two_processes_on_two_days_make_the_same_files(apart: Callable[..., dict[str, bytes]]) -> None:
    one = apart(MADE, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LANG="C")
    other = apart(LATER, PYTHONHASHSEED="2", TZ="Pacific/Pago_Pago", LANG="de_DE.UTF-8")
    assert len(one) >= len(OF_NO_DAY)
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_a_paper_holds_nothing_of_the_case_that_was_drafted_before_it(
    apart: Callable[..., dict[str, bytes]], data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "office_program", lambda: None)
    library = Library(data_dir, today=lambda: MADE)
    names = [document.id for document in OF_NO_DAY]
    before = library.open_case(library.new())
    before.fill(everything())
    earlier = before.draft(tmp_path / "A", documents=names, on=FILED)
    assert all(b"Tk" in b"".join(parts(file.read_bytes()).values()) for file in earlier.files)
    case = library.open_case(library.new_sample("complete"))
    written = case.draft(tmp_path / "B", documents=names, on=FILED).files
    library.close()
    files = {file.name: file.read_bytes() for file in written}
    for name, docx in files.items():
        assert not re.search(rb"Tk[a-z]", b"".join(parts(docx).values())), name
    assert files == apart(MADE)


def test_a_firms_template_passes_on_nothing_of_who_wrote_it(data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: MADE)
    path = library.templates.copy("appearance")
    path.write_bytes(traced(path.read_bytes()))
    told = {name for name, part in parts(path.read_bytes()).items() if TRACES.search(part)}
    assert told == {"docProps/core.xml", "word/document.xml", "word/settings.xml"}
    case = library.open_case(library.new_sample("complete"))
    (file,) = case.draft(tmp_path, documents=["appearance"]).files
    library.close()
    isolated.close()
    for name, part in parts(file.read_bytes()).items():
        assert PARTS.fullmatch(name), name
        assert b"Quillon" not in part, name
        assert not TRACES.search(part), name


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = f'<Relationship Id="r{{0}}" Type="{OFFICE}/{{0}}" Target="{{1}}"/>'
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def traced(docx: bytes) -> bytes:
    """The template with what Word leaves of its author and of the client for whom it was written: Quillon."""
    changed = parts(docx)

    def put(part: str, before: str, more: str) -> None:
        assert before.encode() in changed[part]
        changed[part] = changed[part].replace(before.encode(), (more + before).encode(), 1)

    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    changed["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Quillon</dc:creator>'
        "<dc:subject>Quillon</dc:subject><cp:lastModifiedBy>Quillon</cp:lastModifiedBy>"
        "<cp:revision>7</cp:revision><dcterms:created>2020-01-02T03:04:05Z</dcterms:created>"
        "</cp:coreProperties>"
    ).encode()
    for name in ("extended-properties", "custom-properties"):
        changed[f"docProps/{name}.xml"] = b"<Properties><Company>Quillon</Company></Properties>"
        put("_rels/.rels", "</Relationships>", LINK.format(name, f"docProps/{name}.xml"))
    for name in ("comments", "people", "customXml"):
        changed[f"word/{name}.xml"] = b"<Quillon/>"
        put("word/_rels/document.xml.rels", "</Relationships>", LINK.format(name, f"{name}.xml"))
    variables = '<w:docVars><w:docVar w:name="Quillon" w:val="Quillon"/></w:docVars>'
    put("word/settings.xml", "<w:defaultTabStop", f'<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>{variables}')
    session = f'xmlns:w14="{W14}" w14:paraId="1234ABCD" w:rsidR="00AB12CD"'
    body = changed["word/document.xml"]
    changed["word/document.xml"] = body.replace(b"<w:p>", f"<w:p {session}>".encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in changed.items():
            package.writestr(name, content)
        package.comment = b"Quillon"
    return out.getvalue()
