"""Which elements may stand in which, and in what order: ECMA-376 Part 1, chapter 17, as far as papers go.

Left out on purpose is what no filing may hold: tracked changes, comments, sub-documents, foreign chunks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

Element = etree._Element
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a sequence: any of ``names``, once or ``often``, wanted or not."""

    names: frozenset[str]
    often: bool = False
    needed: bool = False


def _slots(text: str) -> tuple[Slot, ...]:
    """``a b|c* d!``: an a, then any number of b and c, then a d that may not be left out."""
    return tuple(
        Slot(frozenset(word.rstrip("*!").split("|")), word.endswith("*"), word.endswith("!"))
        for word in text.split()
    )


_MARKS = "bookmarkStart|bookmarkEnd|proofErr|permStart|permEnd"
_BLOCKS = f"p|tbl|sdt|customXml|{_MARKS}*"
_INLINE = f"r|hyperlink|fldSimple|sdt|customXml|dir|bdo|{_MARKS}*"
_IN_RUN = (
    "br|t|instrText|noBreakHyphen|softHyphen|footnoteRef|endnoteRef|separator|continuationSeparator|sym|pgNum|"
    "cr|tab|object|pict|fldChar|ruby|footnoteReference|endnoteReference|drawing|ptab*"
)
_EDGES = "top start|left bottom end|right"
_BORDERS = f"{_EDGES} insideH insideV"
_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)
#: The schema leaves this order open; Word writes it, and Microsoft's own validator asks for it.
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_SECTION = (
    "headerReference|footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
)
_STYLE = (
    "name! aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked personal personalCompose personalReply pPr rPr tblPr trPr tcPr tblStylePr*"
)
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime displayBackgroundShape "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts mirrorMargins bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter hideSpellingErrors hideGrammaticalErrors proofState documentProtection "
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
    "evenAndOddHeaders noPunctuationKerning characterSpacingControl updateFields footnotePr endnotePr "
    "compat themeFontLang clrSchemeMapping decimalSymbol listSeparator"
)
_NOTES = "pos numFmt numStart numRestart"

ORDER: Final[Mapping[str, tuple[Slot, ...]]] = {
    name: _slots(text)
    for name, text in {
        "document": "background body!",
        "body": f"{_BLOCKS} sectPr",
        "hdr": _BLOCKS,
        "ftr": _BLOCKS,
        "footnotes": "footnote*",
        "endnotes": "endnote*",
        "footnote": _BLOCKS,
        "endnote": _BLOCKS,
        "p": f"pPr {_INLINE}",
        "hyperlink": _INLINE,
        "fldSimple": _INLINE,
        "r": f"rPr {_IN_RUN}",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "pPr": _PARAGRAPH,
        "rPr": _RUN,
        "numPr": "ilvl numId",
        "tabs": "tab*",
        "pBdr": "top left bottom right between bar",
        "tbl": f"{_MARKS}* tblPr! tblGrid! tr|sdt|customXml|{_MARKS}*",
        "tblPr": _TABLE,
        "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
        "tblGrid": "gridCol*",
        "tblBorders": _BORDERS,
        "tblCellMar": _EDGES,
        "tr": f"tblPrEx trPr tc|sdt|customXml|{_MARKS}*",
        "trPr": (
            "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden*"
        ),
        "tc": f"tcPr {_BLOCKS}",
        "tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
            "hideMark"
        ),
        "tcBorders": f"{_BORDERS} tl2br tr2bl",
        "tcMar": _EDGES,
        "sectPr": _SECTION,
        "cols": "col*",
        "styles": "docDefaults latentStyles style*",
        "docDefaults": "rPrDefault pPrDefault",
        "rPrDefault": "rPr",
        "pPrDefault": "pPr",
        "style": _STYLE,
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "num": "abstractNumId! lvlOverride*",
        "lvlOverride": "startOverride lvl",
        "settings": _SETTINGS,
        "footnotePr": f"{_NOTES} footnote*",
        "endnotePr": f"{_NOTES} endnote*",
        "compat": "compatSetting*",
    }.items()
}


@cache
def _name(tag: object) -> str:
    return tag[len(WORD) + 2 :] if isinstance(tag, str) and tag.startswith(f"{{{WORD}}}") else ""


def name_of(element: Element | None) -> str:
    """The name of an element of WordprocessingML without its namespace; any other's is empty."""
    return "" if element is None else _name(element.tag)


@cache
def misplaced(parent: str, children: tuple[str, ...]) -> tuple[str, ...]:
    """What is wrong with the ``children`` of a ``parent``: unknown there, out of order, twice, or lacking.

    Both are names of WordprocessingML; an empty one is of another vocabulary (pictures, formulas).
    """
    slots = ORDER.get(parent, ())
    wrong = [
        f"w:{parent} lacks its w:{min(slot.names)}"
        for slot in slots
        if slot.needed and slot.names.isdisjoint(children)
    ]
    at, filled = 0, False
    for name in filter(None, children if slots else ()):
        place = next((i for i in range(at, len(slots)) if name in slots[i].names), None)
        if place is None:
            known = any(name in slot.names for slot in slots)
            wrong.append(f"w:{name} {'is out of order' if known else 'may not stand'} in w:{parent}")
            continue
        if place == at and filled and not slots[place].often:
            wrong.append(f"w:{name} stands twice in w:{parent}")
        at, filled = place, True
    return tuple(wrong)
