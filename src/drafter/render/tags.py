"""Tags in a text: what they are, and the faults that docxtpl passes over in silence, losing text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from drafter.render.findings import MUST, WARN, Fault
from drafter.render.ooxml import BR, TAB, TR, Element, P, T, text_of, w

TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
EDGE: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_KIND: Final = re.compile(r"\{([{%#])(p|tr|tc|r)\s")
_BLOCK: Final = re.compile(r"\{%[-+]?(?:p |tr |tc |r )?\s*(\w+)")
_SPACED_KIND: Final = re.compile(r"\{%[-+]?\s+(p|tr|tc)\s|\{%(p|tr|tc)(?=if|for|el|end)", re.IGNORECASE)
_JOINING: Final = re.compile(r"^\{[{%][-+]|[-+][}%]\}$")
_STRING: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212\u00ad]")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ODD_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_CURLY: Final = re.compile("[“”‘’„‚«»]")
_QUOTES: Final = str.maketrans("“”‘’", "\"\"''")
_SINGLE_BRACES: Final = re.compile(r"(?<![{%])\{\s*([A-Za-z_]\w*(?:\.\w+)+)\s*\}(?![}%])")
_SQUARE: Final = re.compile(r"\[\[.*?\]\]|\{_\{.*?\}_\}", re.DOTALL)
#: Whatever is or looks like a piece of a tag.
SUSPECT: Final = re.compile(f"{EDGE.pattern}|{_SINGLE_BRACES.pattern}|{_SQUARE.pattern}", re.DOTALL)
#: Where the fragments of the grounds go.
MARKER: Final = "[[grounds]]"
#: Where the tables of contents and of authorities go.
CONTENTS, AUTHORITIES = "[[contents]]", "[[authorities]]"
_ENDINGS: Final = frozenset({"endif", "endfor"})
#: Nothing else: no setting of names (a header would not see them), no merging of cells (rows are lost).
KEYWORDS: Final = frozenset({"if", "for", "elif", "else", *_ENDINGS})
_UNREADABLE: Final = 200


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: as typed, its sort (``{``, ``%`` or ``#``), its kind (``p``, ``tr`` … or empty), its keyword.

    ``bare`` is what Jinja reads: without kind, with straight quotation marks.
    """

    typed: str
    sort: str
    kind: str
    keyword: str
    bare: str


def tag_of(typed: str) -> Tag:
    """Read one tag as found by :data:`TAG`."""
    straight = typed.translate(_QUOTES)
    kind = _KIND.match(straight)
    keyword = _BLOCK.match(straight) if straight.startswith("{%") else None
    bare = f"{{{kind.group(1)} {straight[kind.end() :]}" if kind else straight
    return Tag(typed, typed[1], kind.group(2) if kind else "", keyword.group(1) if keyword else "", bare)


def problems(paragraph: Element, *, syntax: bool = True) -> Iterator[str]:
    """What stops the use of ``paragraph``, for a caller that refuses the first such thing.

    ``syntax`` is there for a caller that does not compile the whole; the check reads each tag itself.
    """
    del syntax
    for fault in line_faults(typed(paragraph), paragraph):
        if fault.severity == MUST:
            yield fault.problem


def line_faults(text: str, paragraph: Element | None = None) -> Iterator[Fault]:
    """What is wrong with the tags in the ``text`` of one paragraph, short of what they ask for.

    Without ``paragraph`` the text stands in no table.
    """
    yield from _near_tags(text)
    if not EDGE.search(text):
        return
    tags = [tag_of(found) for found in TAG.findall(text)]
    rest = TAG.sub("", text).strip()
    if EDGE.search(rest):
        yield Fault(
            "unclosed",
            "a tag is opened and not closed in its paragraph, or closed and not opened",
            "write {{ … }} or {% … %} with both ends in one paragraph",
        )
    kinds = {tag.kind for tag in tags}
    if kinds & {"r", "tc"} or any(tag.kind for tag in tags if tag.sort == "{"):
        yield Fault(
            "lost_text",
            "{{p …}}, {{r …}} and {%tc …%} are not used; they drop text",
            "write {{ … }} for text and {%p … %} or {%tr … %} for whole paragraphs or rows",
        )
    if "p" in kinds and (rest or len(tags) > 1):
        yield Fault(
            "beside",
            "text beside a paragraph tag would be deleted; {%p … %} needs a paragraph of its own",
            "put the text into the next paragraph, or write the tag without p",
        )
    if "tr" in kinds:
        yield from _row_faults(paragraph)
    for tag in tags:
        yield from _tag_faults(tag)


def stands_alone(text: str) -> bool:
    """Whether ``text`` is inline block tags only, and would print as an empty paragraph."""
    tags = [tag_of(found) for found in TAG.findall(text)]
    return (
        bool(tags) and all(tag.sort == "%" and not tag.kind for tag in tags) and not TAG.sub("", text).strip()
    )


def typed(paragraph: Element) -> str:
    """The text with what Word puts into tags unseen: non-breaking and soft hyphens, deleted text.

    The paragraphs of a text box inside ``paragraph`` are not its own.
    """
    signs = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", BR: "\n", TAB: "\t"}
    found: list[Element] = list(paragraph.iter(T, w("delText"), *signs))
    if next(paragraph.iterdescendants(P), None) is not None:
        found = [node for node in found if next(node.iterancestors(P)) is paragraph]
    return "".join([signs.get(str(node.tag), node.text or "") for node in found])


def _near_tags(text: str) -> Iterator[Fault]:
    """What looks like a tag and would be printed as it stands."""
    for found in _SINGLE_BRACES.findall(text):
        mend = f"write {{{{ {found} }}}}"
        yield Fault("near_tag", f"{{{found}}} has single braces and is printed as it stands", mend)
    for found in _SQUARE.findall(text):
        if found not in (MARKER, CONTENTS, AUTHORITIES):
            mend = f"write {MARKER} or a tag" if found.startswith("[[") else "write {{ … }}"
            yield Fault("near_tag", f"{found[:_UNREADABLE]} is no tag and is printed as it stands", mend)


def _row_faults(paragraph: Element | None) -> Iterator[Fault]:
    row = next(paragraph.iterancestors(TR), None) if paragraph is not None else None
    if row is None:
        yield Fault(
            "row_outside",
            "{%tr … %} stands outside a table",
            "write {%p … %} for paragraphs, or move it into a row",
        )
        return
    if len(TAG.findall(text_of(row))) > 1 or TAG.sub("", text_of(row)).strip():
        yield Fault(
            "beside",
            "text beside a row tag would be deleted; {%tr … %} needs a row of its own",
            "give the tag a row of its own",
        )
    if next(row.iter(w("vMerge")), None) is not None:
        yield Fault(
            "merged",
            "the row of {%tr … %} has cells merged with another row, which goes when the tag's row goes",
            "split the merged cells of that row",
        )


def _tag_faults(tag: Tag) -> Iterator[Fault]:
    if tag.sort == "#":
        return
    if has_dash(tag):
        yield Fault(
            "dash",
            f"a dash or special hyphen inside the tag {cut(tag)} changes its meaning",
            "type the name again without it; names have only letters, points and _",
        )
    if _INVISIBLE.search(tag.typed):
        mend = "delete the tag and type it again by hand"
        yield Fault("invisible", f"an invisible character is inside the tag {cut(tag)}", mend)
    if _ODD_SPACES.search(tag.typed):
        # docxtpl looks for an ordinary space after {%p; elsewhere Jinja takes any.
        stops = tag.kind and tag.typed[2 + len(tag.kind)] != " "
        yield Fault(
            "space",
            f"a non-breaking or special space is inside the tag {cut(tag)}",
            "type an ordinary space in its place",
            MUST if stops else WARN,
        )
    if _CURLY.search(tag.typed):
        yield Fault(
            "quotes",
            f"typographic quotation marks are inside the tag {cut(tag)}",
            "type straight ones (in Word: Ctrl+Z right after typing the mark)",
            WARN,
        )
    if "&" in tag.typed:
        mend = "write the text with & outside the tag"
        yield Fault("ampersand", f"the sign & is inside the tag {cut(tag)}", mend, WARN)
    if _JOINING.search(tag.typed):
        yield Fault(
            "joins",
            f"the sign - or + at the edge of the tag {cut(tag)} joins paragraphs",
            "write the tag without it",
        )
    if tag.sort == "%" and tag.keyword not in KEYWORDS:
        yield _keyword_fault(tag)


def _keyword_fault(tag: Tag) -> Fault:
    spaced = _SPACED_KIND.match(tag.typed)
    if spaced:
        kind = (spaced.group(1) or spaced.group(2)).lower()
        return Fault(
            "keyword",
            f"the tag {cut(tag)} has a space too many or too few",
            f"write {{%{kind} at its beginning, with one space after {kind}",
        )
    near = difflib.get_close_matches(tag.keyword.lower(), sorted(KEYWORDS), 1, 0.6)
    return Fault(
        "keyword",
        f"the tag {cut(tag)} is not one of those used in templates (if, elif, else, for)",
        f"did you mean {near[0]}" if near else "templates only insert, loop and test; leave it out",
        suggestion=near[0] if near else "",
    )


def has_dash(tag: Tag) -> bool:
    """Whether a dash outside quotation marks makes another tag of it than was meant."""
    return bool(_DASHES.search(_STRING.sub("", tag.typed.translate(_QUOTES))))


def cut(tag: Tag) -> str:
    """The tag as typed, short enough for a sentence."""
    return tag.typed if len(tag.typed) <= _UNREADABLE else tag.typed[: _UNREADABLE - 1] + "…"
