"""What a Word file must not bring along: macros, embedded programs, anything fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from drafter.render.findings import Fault
from drafter.render.ooxml import Element, P, w

if TYPE_CHECKING:
    from drafter.render.package import Package

TYPES_PART: Final = "[Content_Types].xml"
#: Kinds of relationships to what runs or is another file, wherever it lies, with its name for people.
_ALWAYS: Final = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "oleObject": "an embedded object",
    "package": "an embedded object",
    "aFChunk": "an embedded file",
    "subDocument": "another document",
    "frame": "another document",
    "attachedToolbars": "toolbars",
    "keyMapCustomizations": "key assignments",
    "customUI": "commands of its own",
    "extensibility": "commands of its own",
}
#: What may point out of the file: a link is only text, and an attached template is taken off.
_MAY_POINT_OUT: Final = frozenset({"hyperlink", "attachedTemplate"})
#: Fields by which Word fetches another file, asks, or runs something.
_FETCHING: Final = frozenset({
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE", "MACROBUTTON",
    "FILLIN", "ASK", "EMBED", "RD", "CONTROL", "HTMLCONTROL", "PRINT",
})  # fmt: skip
_FIELD_CHARACTER, _SIMPLE_FIELD, _INSTRUCTION = w("fldChar"), w("fldSimple"), w("instr")
_CODES: Final = (w("instrText"), w("delInstrText"), _SIMPLE_FIELD)


def dangers(package: Package) -> Iterator[Fault]:
    """Everything in the types and relationships of ``package`` that runs, or is fetched from elsewhere."""
    kinds = [override.get("ContentType", "") for override in package.tree(TYPES_PART)]
    if any("macroEnabled" in kind or kind.endswith("vbaProject") for kind in kinds):
        yield Fault("macros", "this file may hold macros", "save it in Word as .docx")
    for part in sorted(name for name in package.parts if name.endswith(".rels")):
        for relationship in package.tree(part):
            yield from _pointing(relationship)


def _pointing(relationship: Element) -> Iterator[Fault]:
    kind = relationship.get("Type", "").rsplit("/", 1)[-1]
    if kind in _ALWAYS:
        yield Fault(
            "embedded", f"it brings {_ALWAYS[kind]} along ({kind})", "take it out and save the file as .docx"
        )
    elif relationship.get("TargetMode") == "External" and kind not in _MAY_POINT_OUT:
        yield Fault(
            "external",
            f"it loads something from outside the file ({kind})",
            "paste it into the file instead of linking it",
        )


def field_codes(paragraph: Element) -> list[str]:
    """The code of each field that begins in ``paragraph``: ``PAGE``, ``HYPERLINK "…"``."""
    found: list[str] = []
    for node in paragraph.iter(_FIELD_CHARACTER, *_CODES):
        if node.tag == _SIMPLE_FIELD:
            found.append(node.get(_INSTRUCTION, ""))
        elif node.tag == _FIELD_CHARACTER or not found:
            found.append(node.text or "")
        else:
            found[-1] += node.text or ""
    return [code for code in found if code.strip()]


def fetching_fields(tree: Element) -> Iterator[tuple[Fault, Element]]:
    """Each field below ``tree`` that fetches, asks or runs something, with its paragraph."""
    for paragraph in {next(code.iterancestors(P), tree): None for code in tree.iter(*_CODES)}:
        names = {code.split()[0].upper() for code in field_codes(paragraph)}
        for name in sorted(names & _FETCHING):
            fault = Fault(
                "field",
                f"its field {name} fetches, asks or runs something when the paper is opened",
                "replace the field by plain text (Ctrl+Shift+F9 in Word)",
            )
            yield fault, paragraph
