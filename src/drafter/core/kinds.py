"""The kinds of answers: how each is read from what was typed, shown, stored and loaded again.

Every kind has four directions.  ``parse`` reads what a person typed or what a JSON file says and raises
:class:`~drafter.core.problem.Unreadable` with one plain sentence; ``show`` gives the text that an editor
shows and that ``parse`` reads back to the same value; ``dump`` gives plain JSON for the store; ``load``
reads that JSON again.  ``parse(show(v)) == v`` and ``load(dump(v)) == v`` hold for every value.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Generic, TypeAlias, TypeVar

from drafter.core.dates import long_date, read_date
from drafter.core.marks import cleaned
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
T = TypeVar("T")


class Kind(ABC, Generic[T]):
    """The base of all kinds; ``name`` is the word that ``drafter questions --json`` prints."""

    name: ClassVar[str] = ""

    @abstractmethod
    def parse(self, raw: object) -> T:
        """Read ``raw`` (text as typed, or a JSON value); raise :class:`Unreadable` if it cannot be read."""

    @abstractmethod
    def show(self, value: T) -> str:
        """Return the text in which an editor shows ``value``."""

    @abstractmethod
    def dump(self, value: T) -> Json:
        """Return ``value`` as plain JSON."""

    def load(self, stored: Json) -> T:
        """Return the value that :meth:`dump` gave; raise :class:`Unreadable` if ``stored`` is none."""
        return self.parse(stored)


def is_blank(raw: object) -> bool:
    """Whether ``raw`` says nothing at all: the answer is taken away rather than misread."""
    if raw is None:
        return True
    if isinstance(raw, str):
        return not cleaned(raw).strip()
    if isinstance(raw, (list, tuple)):
        return all(is_blank(item) for item in raw)
    if isinstance(raw, dict):
        return all(is_blank(item) for item in raw.values())
    return False


def _text(raw: object, expected: str) -> str:
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        message = f"This is not {expected}: write it as text."
        raise Unreadable(message)
    return cleaned(str(raw)).strip()


@dataclass(frozen=True, slots=True)
class Text(Kind[str]):
    """One line of text; line ends become spaces."""

    name: ClassVar[str] = "text"

    def parse(self, raw: object) -> str:
        """Read one line of text."""
        text = _text(raw, "a line of text")
        return re.sub(r"\s*\n\s*", " ", text) if "\n" in text else text

    def show(self, value: str) -> str:
        """Return the line itself."""
        return value

    def dump(self, value: str) -> Json:
        """Return the line itself."""
        return value


@dataclass(frozen=True, slots=True)
class LongText(Kind[str]):
    """Paragraphs of text, one to a line; every paragraph prints as a paragraph."""

    name: ClassVar[str] = "long_text"

    def parse(self, raw: object) -> str:
        """Read paragraphs of text."""
        return _text(raw, "text")

    def show(self, value: str) -> str:
        """Return the text itself."""
        return value

    def dump(self, value: str) -> Json:
        """Return the text itself."""
        return value


@dataclass(frozen=True, slots=True)
class Date(Kind[date]):
    """A calendar day, read as people write it in the United States or as ISO 8601."""

    name: ClassVar[str] = "date"

    def parse(self, raw: object) -> date:
        """Read ``2021-09-22``, ``9/22/2021``, ``9/22/21``, ``Sept. 22, 2021`` or ``22 September 2021``."""
        if isinstance(raw, date):
            return raw
        return read_date(_text(raw, "a date"))

    def show(self, value: date) -> str:
        """Return the day as ``September 22, 2021``."""
        return long_date(value)

    def dump(self, value: date) -> Json:
        """Return the day as ISO 8601."""
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class YesNo(Kind[bool]):
    """Yes or no."""

    name: ClassVar[str] = "yes_no"
    _words: ClassVar[Mapping[str, bool]] = MappingProxyType(
        {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False},
    )

    def parse(self, raw: object) -> bool:
        """Read ``true``, ``false``, "yes" or "no"."""
        if isinstance(raw, bool):
            return raw
        word = raw.strip().lower() if isinstance(raw, str) else ""
        if word not in self._words:
            message = f"Answer yes or no; “{raw}” is neither."
            raise Unreadable(message)
        return self._words[word]

    def show(self, value: bool) -> str:  # noqa: FBT001 - the value itself is a boolean
        """Return Yes or No."""
        return "Yes" if value else "No"

    def dump(self, value: bool) -> Json:  # noqa: FBT001 - the value itself is a boolean
        """Return the boolean."""
        return value


#: A message names all of this many options, and of more only the nearest ones.
_NAMED_AT_MOST, _NEAREST = 15, 3


@dataclass(frozen=True, slots=True)
class Choice(Kind[str]):
    """One of several options; each is a pair of stored word and shown label.

    ``table`` names the dated table that the options come from ("districts"); until they are filled in, any
    one word is read.
    """

    options: tuple[tuple[str, str], ...]
    table: str = ""
    name: ClassVar[str] = "choice"

    def parse(self, raw: object) -> str:
        """Read the stored word, the label, or a part of the label beside a dash, whatever the capitals."""
        typed = _text(raw, "one of the choices")
        if self.table and not self.options and re.fullmatch(r"\S+", typed):
            return typed
        if any(word == typed for word, _ in self.options):  # the stored word itself, whatever it is like
            return typed
        wanted = typed.casefold()
        for word, label in self.options:
            known = (word, label, *label.split(" – "))
            if wanted in (one.casefold() for one in known):
                return word
        labels = ", ".join(f"{label} ({word})" for word, label in self._named(wanted))
        message = f"“{raw}” is not among the choices; choose one of: {labels}."
        raise Unreadable(message)

    def _named(self, wanted: str) -> tuple[tuple[str, str], ...]:
        """The options that a message names: all, or of many those most like what was typed."""
        if len(self.options) <= _NAMED_AT_MOST:
            return self.options
        by_likeness = sorted(
            self.options,
            key=lambda option: -max(SequenceMatcher(None, wanted, one.casefold()).ratio() for one in option),
        )
        return tuple(by_likeness[:_NEAREST])

    def show(self, value: str) -> str:
        """Return the option's label."""
        return next((label for word, label in self.options if word == value), value)

    def dump(self, value: str) -> Json:
        """Return the option's stored word."""
        return value


@dataclass(frozen=True, slots=True)
class Number(Kind[int]):
    """A whole number in ``unit`` (months, days, pages …) between ``least`` and ``most``."""

    unit: str = ""
    least: int = 0
    most: int = 1_000_000
    name: ClassVar[str] = "number"

    def parse(self, raw: object) -> int:
        """Read a whole number, with or without thousands commas and its unit."""
        text = _text(raw, "a whole number")
        digits = text
        if self.unit and not text.isdigit():
            digits = re.sub(rf"\s*{re.escape(self.unit)}\.?$", "", text, flags=re.IGNORECASE)
        digits = digits.replace(",", "")
        if not re.fullmatch(r"[+-]?[0-9]{1,12}", digits):
            unit = f" of {self.unit}" if self.unit else ""
            message = f"“{text}” is not a whole number{unit}; write digits only, such as 120."
            raise Unreadable(message)
        number = int(digits)
        if not self.least <= number <= self.most:
            message = f"{number} is outside {self.least:,} to {self.most:,}; check the number."
            raise Unreadable(message)
        return number

    def show(self, value: int) -> str:
        """Return the digits."""
        return str(value)

    def dump(self, value: int) -> Json:
        """Return the number."""
        return value


@dataclass(frozen=True, slots=True)
class Money(Kind[int]):
    """An amount of United States money, kept as whole cents so that nothing is ever rounded."""

    name: ClassVar[str] = "money"

    def parse(self, raw: object) -> int:
        """Read ``$1,234.50`` or ``1234.50`` as dollars; the value is in cents."""
        text = str(raw) if isinstance(raw, float) else _text(raw, "an amount of money")
        match = re.fullmatch(r"\$?\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.([0-9]{1,2}))?", text)
        if match is None:
            message = f"“{text}” is not an amount of money; write dollars such as $1,250.00."
            raise Unreadable(message)
        return int(match[1].replace(",", "")) * 100 + int((match[2] or "").ljust(2, "0"))

    def show(self, value: int) -> str:
        """Return the amount as ``$1,234.50``."""
        return f"${value // 100:,}.{value % 100:02d}"

    def dump(self, value: int) -> Json:
        """Return the amount as text, so that no reader mistakes cents for dollars."""
        return self.show(value)


_SUFFIXES = ("Jr.", "Sr.", "II", "III", "IV", "V", "Esq.")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name; ``family`` is what follows an honorific ("Mr. Doe")."""

    given: str
    family: str
    suffix: str = ""

    @property
    def full(self) -> str:
        """The name as it stands in a caption's running text: ``John Q. Doe Jr.``."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Person(Kind[PersonName]):
    """A person's name, typed in one line or as its parts."""

    name: ClassVar[str] = "person"

    def parse(self, raw: object) -> PersonName:
        """Read ``John Q. Doe, Jr.`` or ``{"given": …, "family": …, "suffix": …}``."""
        if isinstance(raw, dict):
            parts = {key: _text(raw.get(key, "") or "", "a name") for key in ("given", "family", "suffix")}
            if not parts["family"]:
                message = "The family name is missing; write it, because papers call the person by it."
                raise Unreadable(message)
            return PersonName(**parts)
        words = Text().parse(raw).split()
        suffix = ""
        if len(words) > 1 and words[-1].rstrip(".").casefold() in {
            s.rstrip(".").casefold() for s in _SUFFIXES
        }:
            suffix = words.pop()
            words[-1] = words[-1].removesuffix(",")
        return PersonName(" ".join(words[:-1]), words[-1], suffix)

    def show(self, value: PersonName) -> str:
        """Return the full name."""
        return value.full

    def dump(self, value: PersonName) -> Json:
        """Return the parts of the name."""
        return {"given": value.given, "family": value.family, "suffix": value.suffix}


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address in the United States; ``street`` may hold several parts separated by commas."""

    street: str
    city: str
    state: str
    postal_code: str

    @property
    def one_line(self) -> str:
        """The whole address in one line."""
        tail = " ".join(part for part in (self.state, self.postal_code) if part)
        return ", ".join(part for part in (self.street, self.city, tail) if part)

    @property
    def city_state(self) -> str:
        """City and state only: all that a public paper may show of a home (Fed. R. Crim. P. 49.1(a)(5))."""
        return ", ".join(part for part in (self.city, self.state) if part)


@dataclass(frozen=True, slots=True)
class Address(Kind[PostalAddress]):
    """A postal address, typed in one line or as its parts."""

    name: ClassVar[str] = "address"

    def parse(self, raw: object) -> PostalAddress:
        """Read ``12 Oak St, Charlotte, NC 28202`` or the parts as a mapping."""
        if isinstance(raw, dict):
            keys = ("street", "city", "state", "postal_code")
            parts = {key: _text(raw.get(key, "") or "", "an address") for key in keys}
            if not parts["city"] or not parts["state"]:
                message = "The city or the state is missing; write both, because public papers show them."
                raise Unreadable(message)
            return PostalAddress(**parts)
        line = re.sub(r"\s*\n\s*", ", ", _text(raw, "an address"))
        match = re.fullmatch(
            r"(?:(.*\S)\s*,\s*)?([^,]+?)\s*,\s*([A-Za-z][A-Za-z. ]+?)\s*([0-9]{5}(?:-[0-9]{4})?)?", line
        )
        if match is None:
            message = f"“{line}” is not a whole address; write street, city, state and ZIP code with commas."
            raise Unreadable(message)
        return PostalAddress(match[1] or "", match[2], match[3], match[4] or "")

    def show(self, value: PostalAddress) -> str:
        """Return the address in one line."""
        return value.one_line

    def dump(self, value: PostalAddress) -> Json:
        """Return the parts of the address."""
        return {
            "street": value.street,
            "city": value.city,
            "state": value.state,
            "postal_code": value.postal_code,
        }
