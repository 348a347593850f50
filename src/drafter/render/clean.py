"""Takes out of a template what must not reach a court: revisions, comments, ids of its making."""

from __future__ import annotations

from typing import Final

from drafter.render.dangers import fetching_fields
from drafter.render.faults import TemplateFault
from drafter.render.ooxml import Element, P, R, drop, drop_all, text_of, w, with_usual_prefix
from drafter.render.package import Package
from drafter.render.properties import PART as CORE_PROPERTIES
from drafter.render.properties import ensure_part

REVISIONS: Final = tuple(
    w(name) for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
)
_TRACES: Final = tuple(
    w(name)
    for name in (
        "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
        "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_SETTINGS: Final = frozenset({
    "attachedTemplate", "rsids", "docVars", "mailMerge", "trackRevisions", "docId", "linkStyles",
    "saveThroughXslt",
})  # fmt: skip
#: Attributes by which Word knows editing sessions and paragraphs.
_SESSION: Final = ("rsid", "paraId", "textId")
#: Relationships of the package and of the main part whose targets tell about the author or another client.
_PACKAGE_TRACES: Final = ("extended-properties", "custom-properties", "thumbnail")
_MAIN_TRACES: Final = (
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml",
    "glossaryDocument", "printerSettings",
)  # fmt: skip


def text_parts(package: Package) -> list[str]:
    """The parts whose tags are rendered: document, headers, footers, footnotes."""
    kinds = ("header", "footer", "footnotes")
    found = [part for kind in kinds for part in package.related(package.main, kind) if part in package.parts]
    return [package.main, *dict.fromkeys(found)]


def clean(package: Package) -> None:
    """Clean ``package`` in place; raises :class:`TemplateFault` when it holds tracked changes."""
    for part in text_parts(package):
        tree = package.trees[part] = with_usual_prefix(package.tree(part))
        refuse_revisions(tree, package.name)
        refuse_fetching(tree, package.name)
        _clean_text(tree)
    settings = package.first("settings")
    if settings:
        for setting in list(package.tree(settings)):
            if str(setting.tag).rsplit("}", 1)[-1] in _SETTINGS:
                drop(setting)
    for part in package.related("", "core-properties"):
        if part != CORE_PROPERTIES:
            package.remove(part)  # only the part with the usual name is rewritten
    for owner, kinds in (("", _PACKAGE_TRACES), (package.main, _MAIN_TRACES)):
        for kind in kinds:
            for part in package.related(owner, kind):
                package.remove(part)
    package.drop_unreachable()
    ensure_part(package)


def refuse_revisions(tree: Element, name: str) -> None:
    """Raise :class:`TemplateFault` for the first tracked change: deleted text would be rendered, unseen."""
    for revision in tree.iter(*REVISIONS):
        paragraph = next(revision.iterancestors(P), revision)
        problem = "it holds tracked changes; accept or reject them in Word first"
        raise TemplateFault(name, problem, text_of(paragraph))


def refuse_fetching(tree: Element, name: str) -> None:
    """Raise :class:`TemplateFault` for the first field that fetches, asks or runs something."""
    for fault, paragraph in fetching_fields(tree):
        raise TemplateFault(name, f"{fault.problem}; {fault.mend}", text_of(paragraph))


def _clean_text(tree: Element) -> None:
    drop_all(tree, _TRACES)
    for mark in list(tree.iter(w("commentReference"), w("annotationRef"))):
        run = mark.getparent()
        drop(run if run is not None and run.tag == R else mark)
    for start in list(tree.iter(w("bookmarkStart"))):
        if start.get(w("name")) == "_GoBack":
            drop_bookmark(tree, start)
    for element in tree.iter():
        _unindent(element)
        for key in [key for key in element.attrib if str(key).rsplit("}", 1)[-1].startswith(_SESSION)]:
            del element.attrib[key]


def _unindent(element: Element) -> None:
    """Take out the white space by which another program has laid out the XML."""
    if len(element) and not (element.text or "").strip():
        element.text = None
    if not (element.tail or "").strip():
        element.tail = None


def drop_bookmark(tree: Element, start: Element) -> None:
    """Remove the bookmark that begins at ``start``, with its end."""
    for end in list(tree.iter(w("bookmarkEnd"))):
        if end.get(w("id")) == start.get(w("id")):
            drop(end)
    drop(start)
