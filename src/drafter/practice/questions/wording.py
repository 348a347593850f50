"""Sentences of help that many questions share, so that they are the same everywhere."""

from __future__ import annotations

#: Ends the help of every long answer that a paper prints.
AS_BRIEF = " It prints word for word, as paragraphs of its own; write it in the third person, as in a brief."

#: Ends the help of every long answer that a declaration prints.
AS_SPOKEN = (
    " It prints word for word, as paragraphs of the declaration; write it in the first person, as it is said."
)

#: Ends the help of every answer that stays in the file.
KEPT = " It stays in the file and never prints in a paper."

#: Ends the help of every answer that stands inside a printed sentence.
AS_PHRASE = " Write it so that it can stand inside a sentence: no capital at the start, no period at the end."
#: Ends the help of a long answer whose lines stand at the head of a letter.
AS_LINES = " It prints word for word, line by line."
