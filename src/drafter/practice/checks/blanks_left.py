"""A blank that was left in what a person wrote, as one does in words taken from another paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.kinds import Json
from drafter.core.problem import Problem
from drafter.practice.registry import QUESTIONS

#: A bracket that no letter stands before, or a line to write on.
_BLANK = re.compile(r"(?<![^\W\d_])\[(?P<words>[^\[\]\n]{1,80})\](?P<after>[^\W\d_]?)|_{3,}")
#: What a writer says in brackets and means to print: an omission, a record cite, a word of editing.
_MEANT = re.compile(
    r"…|\.\s?\.|[0-9]|(?i:\bex(?:h|hibit)?)\.? [A-Z]{1,2}\b"
    r"|(?i:^(?:sic|redacted|sealed|(?:filed )?under seal|illegible|inaudible|unintelligible)$)"
    r"|(?i:\b(?:emphasis|alterations?|citations?|quotation marks|footnotes?)\b.* (?:added|omitted|original|mine)$)"
)
#: How a writer's change of words set apart without quotation marks begins: ``[the defendant]``, ``[has]``.
_PERHAPS_MEANT = re.compile(
    r"(?i:(?:the|an?|this|that|these|those|his|hers?|its|their|he|she|it|they|him|them|who|which|and|or|but|not"
    r"|of|to|in|on|at|by|for|from|with|is|was|are|were|be|been|has|had|have|would|will|mrs?\.|ms\.|dr\.)(?!\w))"
)
#: Letters up to which a bracket before the rest of a word changes that word: ``[t]he``, ``[un]like``.
_PART_OF_A_WORD = 3
_NAMED_AT_MOST = 3


def blanks_left(answers: Answers) -> Iterator[Problem]:
    """Find each answer with a blank such as ``[client name]`` or ``____``, which a paper would print.

    A bracket inside quotation marks is the writer's change of what is quoted, and one that is a part of a
    word, a record cite or a word of editing ("[sic]") is meant; so none of them is told.  One that begins as
    a change of quoted words does may be meant: it is told, and a final can be written with it.
    """
    for question, answer in answers.items():
        if not _may_have_one(answer.stored):
            continue
        if question in QUESTIONS and QUESTIONS[question].confidential:
            continue
        if found := tuple(dict.fromkeys(blank for text in _texts(answer.stored) for blank in blanks(text))):
            doubtful = all(_PERHAPS_MEANT.match(blank[1:]) for blank in found)
            yield Problem(question, _message(found, doubtful=doubtful), stops_final=not doubtful)


def blanks(text: str) -> tuple[str, ...]:
    """Return each blank of ``text`` once, as it stands there, in order."""
    lines = text.split("\n") if _may_have_one(text) else ()
    return tuple(dict.fromkeys(blank for line in lines for blank in _blanks(line)))


def _message(found: tuple[str, ...], *, doubtful: bool) -> str:
    named = ", ".join(found[:_NAMED_AT_MOST])
    more = len(found) - _NAMED_AT_MOST
    if more > 0:
        named += f" and {more} more"
    if doubtful:
        return (
            f"This answer has {named} in brackets, and a paper prints it so; fill it in if it is a blank, and leave"
            " it if it changes words that are quoted."
        )
    return (
        f"This answer still has {named} to be filled in, and a paper would print it so; write what belongs there, or,"
        " where a bracket is meant, use parentheses, or quotation marks around what it is a part of."
    )


def _may_have_one(stored: Json) -> bool:
    """Whether any text has a sign of a blank: every answer is looked at with every edit, and few have one."""
    if isinstance(stored, str):
        return "[" in stored or "___" in stored
    if isinstance(stored, dict):
        return any(map(_may_have_one, stored.values()))
    return isinstance(stored, list) and any(map(_may_have_one, stored))


def _texts(stored: Json) -> Iterator[str]:
    """Every text of an answer; the parts of a name, an address or a row are one, as a blank may fill several."""
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, list):
        for part in stored:
            yield from _texts(part)
    elif isinstance(stored, dict):
        yield " ".join(text for part in stored.values() for text in _texts(part))


def _blanks(line: str) -> Iterator[str]:
    for found in _BLANK.finditer(line):
        if not (_is_meant(found) or _is_quoted(line, found.start())):
            yield found[0].removesuffix(found["after"] or "")


def _is_meant(found: re.Match[str]) -> bool:
    words = found["words"]
    if words is None:
        return False
    part_of_a_word = bool(found["after"]) and len(words) <= _PART_OF_A_WORD
    return part_of_a_word or (bool(_MEANT.search(words)) and "__" not in words)


def _is_quoted(line: str, place: int) -> bool:
    """Whether a quotation is open at ``place``; of straight marks, only one that is closed after it."""
    before = line[:place]
    straight = before.count('"') % 2 == 1 and '"' in line[place:]
    return straight or before.rfind("“") > before.rfind("”")
