"""One editor for each kind of answer, all with the same few methods (see :class:`.base.Editor`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.core.kinds import Address, Choice, Date, LongText, Money, Number, Person, YesNo
from drafter.core.rows import ListOf
from drafter.ui.editors.choice import ChoiceEditor, LongChoiceEditor, YesNoEditor
from drafter.ui.editors.date import DateEditor
from drafter.ui.editors.parts import AddressEditor, PersonEditor
from drafter.ui.editors.table import ListEditor
from drafter.ui.editors.text import LongTextEditor, MoneyEditor, NumberEditor, TextEditor

if TYPE_CHECKING:
    from drafter.core.question import Question
    from drafter.ui.editors.base import Editor

#: A choice with more options than this is found by typing, not by looking through a list.
_SHORT_LIST = 15


def editor_for(question: Question[Any]) -> Editor:
    """Return a new editor for the kind of ``question``."""
    kind = question.kind
    if isinstance(kind, Choice) and not 0 < len(kind.options) <= _SHORT_LIST:
        return LongChoiceEditor(question)
    for known, editor in _EDITORS.items():
        if isinstance(kind, known):
            return editor(question)
    return TextEditor(question)


_EDITORS: dict[type[Any], type[Editor]] = {
    LongText: LongTextEditor,
    Date: DateEditor,
    YesNo: YesNoEditor,
    Choice: ChoiceEditor,
    Number: NumberEditor,
    Money: MoneyEditor,
    Person: PersonEditor,
    Address: AddressEditor,
    ListOf: ListEditor,
}
