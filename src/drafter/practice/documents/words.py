"""Words that depend on the case: the movant's name and pronouns, lists, and numbers with their nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.core.kinds import PersonName
from drafter.practice.documents.facts import Facts

_HONORIFICS = {"he": "Mr.", "she": "Ms."}


@dataclass(frozen=True, slots=True)
class Movant:
    """The movant as the sentences of a paper name him, her or them.

    ``ref`` is "Mr. Roe", the family name alone where no honorific fits, or "Movant"; it takes a singular
    verb.  ``subject`` is the pronoun, or "the movant" while it is unknown; ``is_``, ``was``, ``has`` and
    ``does`` are its verbs.
    """

    name: str
    ref: str
    ref_possessive: str
    register_number: str
    facility: str
    subject: str
    Subject: str
    object_: str
    possessive: str
    Possessive: str
    is_: str
    was: str
    has: str
    does: str


#: Pronoun → (subject, object, possessive).
_PRONOUNS = {
    "he": ("he", "him", "his"),
    "she": ("she", "her", "her"),
    "they": ("they", "them", "their"),
    "": ("the movant", "the movant", "the movant’s"),
}


def movant(facts: Facts) -> Movant:
    """The movant of the case."""
    pronoun = facts.choice("movant.pronouns")
    subject, object_, possessive = _PRONOUNS[pronoun]
    is_, was, has, does = ("are", "were", "have", "do") if pronoun == "they" else ("is", "was", "has", "does")
    ref = _ref(facts, pronoun)
    return Movant(
        name=facts.bare("movant.name"),
        ref=ref,
        ref_possessive=f"{ref}’s",
        register_number=facts.bare("movant.register_number"),
        facility=facts.bare("movant.facility"),
        subject=subject,
        Subject=capitalized(subject),
        object_=object_,
        possessive=possessive,
        Possessive=capitalized(possessive),
        is_=is_,
        was=was,
        has=has,
        does=does,
    )


def first_person(known: Movant) -> Movant:
    """The same movant as one who speaks of himself or herself: ``I am``, ``my``, ``me``."""
    return replace(
        known,
        ref="I",
        ref_possessive="my",
        subject="I",
        Subject="I",
        object_="me",
        possessive="my",
        Possessive="My",
        is_="am",
        was="was",
        has="have",
        does="do",
    )


def _ref(facts: Facts, pronoun: str) -> str:
    name: PersonName | None = facts.value("movant.name")
    if name is None:
        return "Movant"
    honorific = _HONORIFICS.get(pronoun, "")
    return facts.as_printed("movant.name", f"{honorific} {name.family}".strip())


def capitalized(words: str) -> str:
    """``words`` with a capital at the start, the rest unchanged."""
    return words[:1].upper() + words[1:]


def lowered(words: str) -> str:
    """``words`` with a small letter at the start, unless they open with an initialism."""
    opens_with_word = words[1:2].islower() or words[:2] == "A "
    return words[:1].lower() + words[1:] if opens_with_word else words


def joined(items: Sequence[str], word: str = "and") -> str:
    """``a``, ``a and b``, ``a, b, and c``; with semicolons where an item holds a comma itself."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no joining
        return "".join(items)
    mark = ";" if any("," in item for item in items) else ","
    if len(items) == 2:  # noqa: PLR2004 - a pair
        return f"{items[0]}{';' if mark == ';' else ''} {word} {items[1]}"
    return f"{mark} ".join(items[:-1]) + f"{mark} {word} {items[-1]}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 day``, ``1,234 days``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
)


def in_words(number: int) -> str:
    """A small number as a word, a larger one in digits."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def percent(value: float) -> str:
    """A percentage with one decimal: ``68.4 percent``."""
    return f"{value:.1f} percent"
