"""Invisible marks that a paper's text may carry from the context to the Word file.

A context holds plain strings, yet some stretches of them must look or behave differently on paper: a
blank that is still to be filled is highlighted, the name of a decision is italic, and a printed answer
knows its question so that a click in the preview can go back to it.  The marks are Unicode
noncharacters (U+FDD0 to U+FDEF), which never occur in text meant for interchange (Unicode Standard,
§ 23.7) and which :func:`cleaned` removes from everything a user types, so they cannot be forged.

Marks nest properly: ``printed("q.id", blank("register number"))`` is allowed.

A citation of an authority is a mark without words: which form it takes (full, short, *id.*) depends on what
stands before it in the finished paper, so the words are chosen there (see :mod:`drafter.core.citing`).
"""

from __future__ import annotations

import re
import unicodedata

BLANK_ON, BLANK_OFF = "\ufdd0", "\ufdd1"
ITALIC_ON, ITALIC_OFF = "\ufdd2", "\ufdd3"
#: PRINTED_ON, then the question's id, then PRINTED_SEP, then the answer's text, then PRINTED_OFF.
PRINTED_ON, PRINTED_SEP, PRINTED_OFF = "\ufdd4", "\ufdd5", "\ufdd6"
#: CITED_ON, then the authority's id, then CITED_SEP, then the place in it (may be empty), then CITED_OFF.
CITED_ON, CITED_SEP, CITED_OFF = "\ufdd7", "\ufdd8", "\ufdd9"
#: Stands before the words of a record cite: it comes between two citations of one authority.
RECORD = "\ufdda"

_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
#: The text may be that of a document part: whatever became of the marks, no tag of it is one of them.
_PRINTED = re.compile(f"{PRINTED_ON}[^{PRINTED_SEP}<]*{PRINTED_SEP}")
_STYLING = re.compile(
    f"[{BLANK_ON}{BLANK_OFF}{ITALIC_ON}{ITALIC_OFF}{CITED_ON}{CITED_SEP}{CITED_OFF}{RECORD}]"
)


def blank(what: str) -> str:
    """A visible bracketed blank for a fact that is not known yet, e.g. ``[register number]``."""
    return f"{BLANK_ON}[{what}]{BLANK_OFF}"


def italic(text: str) -> str:
    """``text`` marked to be set in italics (names of decisions, *id.*)."""
    return f"{ITALIC_ON}{text}{ITALIC_OFF}"


def printed(question: str, text: str) -> str:
    """``text`` marked as the printed answer to the question with the id ``question``."""
    return f"{PRINTED_ON}{question}{PRINTED_SEP}{text}{PRINTED_OFF}"


def cited(authority: str, pin: str = "") -> str:
    """A citation of the authority with the id ``authority`` at the place ``pin`` ("286", "(b)(1)(C)")."""
    return f"{CITED_ON}{authority}{CITED_SEP}{pin}{CITED_OFF}"


def plain(text: str) -> str:
    """``text`` without any mark, as a reader sees it; of a citation, whose words are not chosen, the id."""
    return _STYLING.sub("", unprinted(text))


def unprinted(text: str) -> str:
    """``text`` whose printed answers no longer know their questions; blanks and italics stay marked."""
    return _PRINTED.sub("", text).replace(PRINTED_OFF, "")


def cleaned(text: str) -> str:
    r"""``text`` as it may be stored: NFC, every line end as ``\\n``, no control or noncharacter.

    Tabs stay; lone surrogates, which no file format can hold, become U+FFFD.
    """
    if not text.isprintable():  # nothing that is changed here is printable, and most texts are
        text = _LINE_ENDS.sub("\n", text)
        text = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _NONCHARACTERS.sub("", text)))
    return text if text.isascii() else unicodedata.normalize("NFC", text)
