"""The look of a federal court paper: styles.xml and numbering.xml, written once for all templates.

Sizes: ``sz`` in half points, spacing and indents in twentieths of a point (1440 = one inch, 240 = one
line of single spacing).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Times New Roman"


@dataclass(frozen=True)
class ParagraphStyle:
    """One paragraph style; ``pPr`` and ``rPr`` are WordprocessingML in schema order."""

    name: str
    ppr: str = ""
    rpr: str = ""
    based_on: str = "Normal"
    then: str = ""

    @property
    def id(self) -> str:
        """The style's id: its name as Word would write it, without blanks."""
        return style_id(self.name)


def style_id(name: str) -> str:
    """The id of the style called ``name`` (``heading 1`` → ``Heading1``)."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _spacing(line: int, *, before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


#: Double spacing as courts count it: twice the 12-point type, and more only where a glyph is taller.
_DOUBLE = '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="atLeast"/>'
#: The body text of a letter or a form: single spacing, a gap between paragraphs, no indent.
_SINGLE = _spacing(240, after=140)
_FIRST_LINE = '<w:ind w:firstLine="720"/>'


def _number(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


#: A gap around the block, none between its lines.
_BLOCK = "<w:contextualSpacing/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
# The double spacing of the text below brings its own room above the first line.
_HEAD = "<w:suppressAutoHyphens/>" + _spacing(240, before=280, after=100)
_BOLD = "<w:b/><w:bCs/>"
_CENTER = '<w:jc w:val="center"/>'
_LEFT = '<w:jc w:val="left"/>'
_TABS = '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs>'

HEADINGS, LIST_NUMBER, LIST_BULLET, NUMBERED, CHECK_BOX = 1, 2, 3, 4, 5

STYLES: tuple[ParagraphStyle, ...] = (
    ParagraphStyle(
        "heading 1",
        _KEEP + _number(HEADINGS) + _HEAD + _CENTER + '<w:outlineLvl w:val="0"/>',
        _BOLD,
        then="Body Text",
    ),
    ParagraphStyle(
        "heading 2",
        _KEEP
        + _number(HEADINGS, 1)
        + _HEAD
        + '<w:ind w:left="720" w:hanging="720"/>'
        + _LEFT
        + '<w:outlineLvl w:val="1"/>',
        _BOLD,
        then="Body Text",
    ),
    ParagraphStyle(
        "heading 3",
        _KEEP
        + _number(HEADINGS, 2)
        + _HEAD
        + '<w:ind w:left="1440" w:hanging="720"/>'
        + _LEFT
        + '<w:outlineLvl w:val="2"/>',
        _BOLD + "<w:i/><w:iCs/>",
        then="Body Text",
    ),
    ParagraphStyle("Body Text", "<w:widowControl/>" + _DOUBLE + _FIRST_LINE),
    ParagraphStyle("Body Text No Indent", '<w:ind w:firstLine="0"/>', based_on="Body Text", then="Body Text"),
    ParagraphStyle("Body Text Single", "<w:widowControl/>" + _spacing(240, after=240)),
    ParagraphStyle(
        "Letterhead",
        "<w:keepLines/>"
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="6" w:color="auto"/></w:pBdr>'
        + _spacing(240, after=360)
        + _BLOCK
        + _CENTER,
        _BOLD,
    ),
    ParagraphStyle("Address", "<w:keepLines/>" + _spacing(240, after=240) + _BLOCK),
    ParagraphStyle(
        "Block Quotation",
        "<w:widowControl/>" + _spacing(240, after=240) + '<w:ind w:left="1440" w:right="1080"/>',
        then="Body Text",
    ),
    ParagraphStyle("List Number", _number(LIST_NUMBER) + _spacing(240, after=120)),
    ParagraphStyle("List Number 2", _number(LIST_NUMBER, 1) + _spacing(240, after=120)),
    ParagraphStyle("List Bullet", _number(LIST_BULLET) + _spacing(240, after=120)),
    ParagraphStyle("List Bullet 2", _number(LIST_BULLET, 1) + _spacing(240, after=120)),
    ParagraphStyle("List Continue", _spacing(240, after=120) + '<w:ind w:left="1080"/>'),
    ParagraphStyle("Numbered Paragraph", "<w:widowControl/>" + _number(NUMBERED) + _DOUBLE),
    ParagraphStyle("Check Box", "<w:widowControl/>" + _number(CHECK_BOX) + _spacing(240, after=120)),
    ParagraphStyle("Check Box 2", "<w:widowControl/>" + _number(CHECK_BOX, 1) + _spacing(240, after=120)),
    ParagraphStyle("Check Box 3", "<w:widowControl/>" + _number(CHECK_BOX, 2) + _spacing(240, after=120)),
    ParagraphStyle(
        "Title",
        _KEEP + "<w:suppressAutoHyphens/>" + _spacing(240, before=240, after=240) + _BLOCK + _CENTER,
        _BOLD,
        then="Body Text",
    ),
    # Capitals as a look: the text under them stays as the judgment prints it.
    ParagraphStyle("Court Line", _KEEP + _spacing(240, after=240) + _BLOCK + _CENTER, _BOLD + "<w:caps/>"),
    ParagraphStyle("Centered", "<w:keepNext/>" + _spacing(240, after=240) + _CENTER),
    ParagraphStyle(
        "Flag",
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="auto"/>'
        '<w:bottom w:val="single" w:sz="6" w:space="4" w:color="auto"/></w:pBdr>'
        + _spacing(240, after=240)
        + _BLOCK
        + _CENTER,
        _BOLD,
    ),
    ParagraphStyle(
        "Signature", "<w:keepLines/>" + _spacing(240, before=240) + '<w:ind w:left="4680"/>' + _BLOCK
    ),
    ParagraphStyle("Caption Text", _spacing(240, after=200)),
    ParagraphStyle(
        "Table Text",
        "<w:keepLines/><w:widowControl/>" + _spacing(240),
        '<w:sz w:val="22"/><w:szCs w:val="22"/>',
    ),
    ParagraphStyle("Table Heading", "<w:keepNext/>", _BOLD, based_on="Table Text"),
    ParagraphStyle("Table Heading Center", _CENTER, based_on="Table Heading"),
    ParagraphStyle("Table Heading Right", '<w:jc w:val="right"/>', based_on="Table Heading"),
    ParagraphStyle("Table Center", _CENTER, based_on="Table Text"),
    ParagraphStyle("Table Right", '<w:jc w:val="right"/>', based_on="Table Text"),
    ParagraphStyle("Table Gap", '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>'),
    ParagraphStyle(
        "Page Break",
        '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    ),
    *(ParagraphStyle(f"toc {level}", "<w:widowControl/>" + _spacing(240, after=120)) for level in (1, 2, 3)),
    ParagraphStyle("toa heading", _KEEP + _spacing(240, before=120, after=120), _BOLD),
    ParagraphStyle("table of authorities", "<w:keepLines/>" + _spacing(240, after=120)),
    ParagraphStyle("header", _TABS, '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
    ParagraphStyle("footer", _TABS),
    ParagraphStyle(
        "footnote text",
        "<w:widowControl/>" + _spacing(240, after=80),
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
)

_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"'
    f' w:eastAsia="{FONT}" w:cs="{FONT}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
    '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '</w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/>'
    '</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
#: Styles that Word knows by these names; all others are the program's own.
_BUILT_IN = frozenset(
    {
        *(f"heading {level}" for level in (1, 2, 3)),
        *("Body Text", "Title", "Signature", "List Continue", "header", "footer", "footnote text"),
        *("List Number", "List Number 2", "List Bullet", "List Bullet 2"),
        *("toc 1", "toc 2", "toc 3", "toa heading", "table of authorities"),
    }
)


def _court_table() -> str:
    sides = ("top", "left", "bottom", "right", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 50), ("left", 100), ("bottom", 50), ("right", 100))
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="CourtTable"><w:name w:val="Court Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def styles_xml(*, single: bool = False) -> str:
    """The styles part, without XML declaration; ``single`` for a paper that no court counts the lines of."""
    written = "".join(_style_xml(_single_spaced(style) if single else style) for style in STYLES)
    return f"<w:styles {W}>{_DEFAULTS}{written}{_court_table()}</w:styles>"


def _single_spaced(style: ParagraphStyle) -> ParagraphStyle:
    return replace(style, ppr=style.ppr.replace(_DOUBLE + _FIRST_LINE, _SINGLE).replace(_DOUBLE, _SINGLE))


def _style_xml(style: ParagraphStyle) -> str:
    own = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style_id(style.based_on)}"/>'
        f'<w:next w:val="{style_id(style.then or style.name)}"/>'
        f"<w:qFormat/><w:pPr>{style.ppr}</w:pPr><w:rPr>{style.rpr}</w:rPr></w:style>"
    )
