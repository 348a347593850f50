"""The numberings of all templates: headings I. A. 1., lists, bullets, numbered paragraphs, boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass

from wordsource.styles import CHECK_BOX, HEADINGS, LIST_BULLET, LIST_NUMBER, NUMBERED, W, style_id


@dataclass(frozen=True)
class Level:
    """One level: number format, text (``%1`` is its number), style it belongs to, indents in twips."""

    form: str
    text: str
    style: str
    left: int = 0
    hanging: int = 0
    extra: str = ""
    suffix: str = "tab"

    def xml(self, place: int) -> str:
        """The level as ``w:lvl`` number ``place`` (from 0)."""
        first = f'w:hanging="{self.hanging}"' if self.hanging >= 0 else f'w:firstLine="{-self.hanging}"'
        tabs = (
            f'<w:tabs><w:tab w:val="num" w:pos="{-2 * self.hanging}"/></w:tabs>' if self.hanging < 0 else ""
        )
        return (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{self.form}"/>'
            f'<w:pStyle w:val="{style_id(self.style)}"/><w:suff w:val="{self.suffix}"/>'
            f'<w:lvlText w:val="{self.text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr>{tabs}<w:ind w:left="{self.left}" {first}/></w:pPr>{self.extra}</w:lvl>'
        )


#: The sign of an empty box is not in every text font.
_BOX_FONT = '<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"/></w:rPr>'
_UPRIGHT = '<w:rPr><w:i w:val="0"/></w:rPr>'
LISTS: dict[int, tuple[Level, ...]] = {
    HEADINGS: (
        Level("upperRoman", "%1.", "heading 1", suffix="space"),
        Level("upperLetter", "%2.", "heading 2", 720, 720),
        Level("decimal", "%3.", "heading 3", 1440, 720, _UPRIGHT),
    ),
    LIST_NUMBER: (
        Level("decimal", "%1.", "List Number", 1080, 360),
        Level("lowerLetter", "(%2)", "List Number 2", 1620, 540),
    ),
    LIST_BULLET: (
        Level("bullet", "•", "List Bullet", 1080, 360),
        Level("bullet", "–", "List Bullet 2", 1620, 360),
    ),
    # A negative hanging indent is a first-line indent: the number stands where a paragraph begins.
    NUMBERED: (Level("decimal", "%1.", "Numbered Paragraph", 0, -720),),
    CHECK_BOX: (
        Level("bullet", "☐", "Check Box", 540, 540, _BOX_FONT),
        Level("bullet", "☐", "Check Box 2", 1080, 540, _BOX_FONT),
        Level("bullet", "☐", "Check Box 3", 1620, 540, _BOX_FONT),
    ),
}


def numbering_xml() -> str:
    """The numbering part, without XML declaration."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(level.xml(place) for place, level in enumerate(levels))
        + "</w:abstractNum>"
        for number, levels in LISTS.items()
    )
    nums = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in LISTS)
    return f"<w:numbering {W}>{abstract}{nums}</w:numbering>"
