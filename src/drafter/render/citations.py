"""Chooses the form of every citation in the order in which the finished paper is read.

Works on a rendered part as text, while each footnote still stands inside its reference: there the order of
the marks is the order of reading, footnotes at their references.  The rules are those of common practice
for court papers (Bluebook rules 4.1, 10.9 and 12.10): the full form at the first citation in the text, the
short form after, and *id.* where the citation just before is of the same single authority and near.  Where
it is not certain that nothing else was cited in between, the short form stands: it is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Final

from drafter.core import marks
from drafter.core.citing import Citing, Forms

#: Stand around an authority's id before its citation, for the table of authorities (see ``contents``).
ANCHOR_ON, ANCHOR_OFF = "\ufde0", "\ufde1"
#: Stand in a prepared template where it has a table of contents, and one of authorities.
CONTENTS_HERE, AUTHORITIES_HERE = "\ufde2", "\ufde3"
_CITED: Final = re.compile(
    f"{marks.CITED_ON}([^{marks.CITED_SEP}]*){marks.CITED_SEP}([^{marks.CITED_OFF}]*){marks.CITED_OFF}"
)
_NOTE, _NOTE_END = "<w:footnoteReference", "</w:footnoteReference>"
_PARAGRAPH: Final = re.compile(r"<w:p(?=[ >])[^>]*>")
_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"')
_TAG_OR_MARK: Final = re.compile(
    f"<[^>]*>|{marks.PRINTED_ON}[^{marks.PRINTED_SEP}]*{marks.PRINTED_SEP}|[\ufdd0-\ufdef]"
)
#: What separates two citations for good: a table, or the end of one of its cells.
_TABLE: Final = re.compile(r"</?w:tbl>|</w:tc>")
#: The end of a sentence with what may close after it, and where nothing but the end of the text follows.
_SENTENCE_END: Final = re.compile(r"[.?!][”’\"')\]]*(?:\s|$)")
_ENDED: Final = re.compile(r"[.?!][”’\"')\]]*$")
#: What joins a citation to the one before it, and the signals that end like a sentence and do not end one.
_JOINED: Final = re.compile(r"\s*(?:[;,&]|and\b)")
_SIGNAL: Final = re.compile(r"\b(?:cf|e\.g)\.$", re.IGNORECASE)
#: Words that may cite something; after them nobody can be sure what *id.* means.
_OTHER_SOURCE: Final = re.compile(
    r"[§¶]|\bv\. |\bEx(?:s|hibits?)?\b\.?[ \u00a0][A-Z\d]|\b(?:ECF|Dkt|PSR|CM/ECF|WL)\b|\bD\.E\."
    r"|\b(?:Doc|Tr|Decl|Aff|Pub|Stat|[Ii]d|[Ii]bid)\.|\bNos?\. ?\d|\bRules? \d"
    r"|U\.S\.|C\.F\.R|S\. ?Ct\.|\bF\. ?(?:\d|Supp|App)"
)


@dataclass(slots=True)
class _Last:
    """The citation just before: of which series, where it ends, in which footnote (0: none).

    ``alone`` is False where its sentence cites another authority as well.
    """

    place: tuple[str, str]
    series: str
    end: int
    note: int
    alone: bool


@dataclass(slots=True)
class _Reading:
    """A part as it is read: ``text`` has its footnotes blanked out, place by place.

    ``seen`` are the authorities cited in the text, ``seen_anywhere`` those cited in the footnotes as well.
    """

    xml: str
    text: str
    notes: list[tuple[int, int]]
    seen: set[str] = field(default_factory=set)
    seen_anywhere: set[str] = field(default_factory=set)
    last: _Last | None = None
    last_in_notes: _Last | None = None


def chosen(xml: str, citing: Citing, headings: Container[str], *, main: bool) -> str:
    """The rendered part ``xml`` with every citation in its form.

    ``headings`` are the ids of the heading styles: a citation there is full and leaves the text's own order
    alone, and so is one outside the ``main`` part.  Where that holds the place of a table of authorities, its
    citations are marked for it.  Raises :class:`LookupError` for a citation without forms.
    """
    if marks.CITED_ON not in xml:
        return xml.replace(marks.RECORD, "")
    reading, anchored = _read(xml), main and AUTHORITIES_HERE in xml
    pieces: list[str] = []
    done = 0
    for found in _CITED.finditer(xml):
        forms = citing.forms.get((found[1], found[2]))
        if forms is None:
            raise LookupError(f"the paper gives no forms for the authority “{found[1]}”")
        words = _form(reading, found, forms, headings) if main else forms.full
        anchor = f"{ANCHOR_ON}{found[1]}{ANCHOR_OFF}" if anchored else ""
        pieces += (xml[done : found.start()], anchor, escape(words, quote=False))
        # "Id." and "slip op." bring the period of their sentence along.
        bring = marks.plain(words).endswith(".") and xml.startswith(".", found.end())
        done = found.end() + bring
    return "".join((*pieces, xml[done:])).replace(marks.RECORD, "")


def _read(xml: str) -> _Reading:
    notes = list(_notes(xml))
    pieces: list[str] = []
    done = 0
    for start, end in notes:
        pieces += (xml[done:start], " " * (end - start))
        done = end
    return _Reading(xml, "".join((*pieces, xml[done:])), notes)


def _notes(xml: str) -> Iterator[tuple[int, int]]:
    """Where the text of each footnote begins and ends."""
    start = xml.find(_NOTE)
    while start >= 0:
        begin = xml.index(">", start) + 1
        if xml[begin - 2] != "/":
            yield begin, xml.index(_NOTE_END, begin)
        start = xml.find(_NOTE, begin)


def _form(reading: _Reading, found: re.Match[str], forms: Forms, headings: Container[str]) -> str:
    """The words of one citation of the main part; what was read so far is kept in ``reading``."""
    begin = found.start()
    note = next((number for number, (a, z) in enumerate(reading.notes, 1) if a <= begin < z), 0)
    source = reading.xml if note else reading.text
    start = _paragraph_start(source, begin)
    style = _STYLE.search(source, start, begin)
    if style and style[1] in headings:
        return forms.full
    last = reading.last_in_notes if note else reading.last
    same_paragraph = last is not None and last.end > start
    joined = same_paragraph and last is not None and _is_joined(_words(source[last.end : begin]))
    seen = reading.seen_anywhere if note else reading.seen
    place = (found[1], found[2])
    if found[1] not in seen:
        words = forms.full
    elif last and not joined and _may_be_id(last, place, forms) and _near(reading, last, begin, note):
        words = _id(_words(source[start:begin]), "" if last.place == place else forms.after_id)
    else:
        words = forms.short
    now = _Last(place, forms.series, found.end(), note, alone=not joined)
    reading.seen_anywhere.add(found[1])
    if note:
        reading.last_in_notes = now
    else:
        reading.seen.add(found[1])
        reading.last = now
    return words


def _may_be_id(last: _Last, place: tuple[str, str], forms: Forms) -> bool:
    """Whether *id.* can mean the authority of ``last`` alone, and reach ``place`` from there."""
    one_series = bool(forms.series) and forms.series == last.series
    return last.alone and one_series and (last.place == place or bool(forms.after_id))


def _near(reading: _Reading, last: _Last, begin: int, note: int) -> bool:
    """Whether nothing else may be cited between ``last`` and ``begin``, and no paragraph lies between.

    A footnote looks back into the one before it only where that one cites a single authority.
    """
    if last.note == note:
        source = reading.xml if note else reading.text
        return _leads_on(source[last.end : begin])
    if note != last.note + 1:
        return False
    (first, end), (start, _) = reading.notes[last.note - 1], reading.notes[note - 1]
    before = reading.xml[first:end]
    authorities = {found[1] for found in _CITED.finditer(before)}
    alone = len(authorities) == 1 and not _cites_more(_CITED.sub("", before))
    return alone and _leads_on(reading.xml[last.end : end] + reading.xml[start:begin])


def _leads_on(gap: str) -> bool:
    """Whether ``gap`` ends in the same paragraph or the next, and holds neither table nor other source."""
    if _TABLE.search(gap) or _cites_more(gap):
        return False
    return not any(_words(between).strip() for between in _PARAGRAPH.split(gap)[1:-1])


def _cites_more(xml: str) -> bool:
    return marks.RECORD in xml or bool(_OTHER_SOURCE.search(_words(xml)))


def _is_joined(words: str) -> bool:
    """Whether two citations with ``words`` between them stand in one sentence."""
    return bool(_JOINED.match(words)) or not _SENTENCE_END.search(words)


def _id(lead: str, after_id: str) -> str:
    """*Id.* at the start of a citation sentence, else *id.*; ``lead`` are the paragraph's words before it."""
    before = lead.rstrip(" \u00a0\n\t([“‘")
    begins = not before or (_ENDED.search(before) and not _SIGNAL.search(before))
    return " ".join(filter(None, (marks.italic("Id." if begins else "id."), after_id)))


def _paragraph_start(source: str, place: int) -> int:
    start = source.rfind("<w:p", 0, place)
    while start >= 0 and source[start + 4] not in " >":
        start = source.rfind("<w:p", 0, start)
    return max(start, 0)


def _words(xml: str) -> str:
    """What a reader sees of ``xml``; a citation not yet chosen as one word."""
    return _TAG_OR_MARK.sub("", _CITED.sub("cited", xml))
