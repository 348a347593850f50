"""Follows the tags of a text: what opens, what closes, and which names are in sight where.

Each tag is read by itself, so that one fault hides no other; nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from drafter.render.environment import Sandbox, environment
from drafter.render.findings import WARN, Fault
from drafter.render.grammar import CALLS, COMPUTES, LOOPS, MOST_LOOPS, NESTED, OTHER, REACHES, forbidden
from drafter.render.names import UNKNOWN, Judge, Scope, looped, narrowed
from drafter.render.passages import NOTE_CALLED, Passage
from drafter.render.tags import KEYWORDS, TAG, Tag, cut, has_dash, line_faults, stands_alone, tag_of

_CLOSING: Final = {"if": "endif", "for": "endfor"}
_COMPLETE: Final = {
    "if": "{bare}{{% endif %}}",
    "elif": "{{% if true %}}{bare}{{% endif %}}",
    "for": "{bare}{{% endfor %}}",
}
_ALONE: Final = Fault(
    "alone", "a block tag alone in its paragraph leaves an empty one", "write {%p … %} with a p", WARN
)
_MENDS: Final = {
    CALLS: "templates call nothing; write the name of a field",
    COMPUTES: "what needs a calculation is not written into a template; use a field that holds the result",
    REACHES: "use a field of the document, none of which begins with _",
    LOOPS: "loop over a list of the document",
    NESTED: "write less inside one tag or one loop",
    OTHER: "use only fields, if, elif, else and for",
}
_TOKEN: Final = re.compile(f"{TAG.pattern}|{NOTE_CALLED}", re.DOTALL)
_WORDS: Final = re.compile(r"[A-Za-z_]\w*")
_LONGEST_MESSAGE: Final = 120


@dataclass
class _Open:
    """A block that is not closed yet; ``outer`` is what was in sight before it, ``loops`` how many loops."""

    tag: Tag
    passage: Passage
    outer: Scope
    loops: int
    in_else: bool = False


class Blocks:
    """The tags of one stream of passages, in order; ``told`` are the faults so far."""

    def __init__(
        self, judge: Judge, scope: Scope, notes: Mapping[str, Sequence[Passage]], loops: int = 0
    ) -> None:
        """Begin with the names of ``scope`` in sight, inside ``loops`` loops."""
        self.judge = judge
        self.scope = scope
        self.notes = notes
        self.loops = loops
        self.stack: list[_Open] = []
        self.told: list[tuple[Passage, Fault]] = []

    def read(self, passages: Sequence[Passage]) -> list[tuple[Passage, Fault]]:
        """Every fault of the tags in ``passages``, those of the footnotes they call included."""
        for passage in passages:
            self._tell(passage, *line_faults(passage.text.replace(NOTE_CALLED, ""), passage.paragraph))
            if passage.paragraph is not None and stands_alone(passage.text):
                self._tell(passage, _ALONE)
            self._tags(passage)
            for inner in passage.inner:
                self._inside([inner])
        for opened in self.stack:
            self._tell(opened.passage, _unclosed(opened.tag))
        self.stack.clear()
        return self.told

    def _tell(self, passage: Passage, *faults: Fault) -> None:
        self.told += [(passage, fault) for fault in faults]

    def _tags(self, passage: Passage) -> None:
        called = iter(passage.notes)
        for token in _TOKEN.findall(passage.text):
            if token == NOTE_CALLED:
                self._inside(self.notes.get(next(called, ""), ()))
            else:
                self._tell(passage, *self._tag(tag_of(token), passage))

    def _inside(self, passages: Sequence[Passage]) -> None:
        """What stands inside: it sees the names in sight here, and closes what it opens."""
        self.told += Blocks(self.judge, self.scope, self.notes, self.loops).read(passages)

    # ---- one tag

    def _tag(self, tag: Tag, passage: Passage) -> list[Fault]:
        found: list[Fault] = []
        if tag.sort == "#" or has_dash(tag):
            return found
        if tag.sort == "{":
            self._print(tag, found)
        elif tag.keyword in _CLOSING:
            self._open(tag, passage, found)
        elif tag.keyword in ("elif", "else"):
            self._turn(tag, passage, found)
        elif tag.keyword in KEYWORDS:
            self._close(tag, passage, found)
        return found

    def _print(self, tag: Tag, found: list[Fault]) -> None:
        parsed = _parsed(tag, found)
        for output in parsed.find_all(nodes.Output) if parsed else ():
            for node in output.nodes:
                if not isinstance(node, nodes.TemplateData):
                    found += self.judge.printed(node, self.scope)

    def _open(self, tag: Tag, passage: Passage, found: list[Fault]) -> None:
        self.stack.append(_Open(tag, passage, self.scope, self.loops))
        self.loops += tag.keyword == "for"
        if self.loops > MOST_LOOPS and tag.keyword == "for":
            found.append(
                Fault("nested", f"more than {MOST_LOOPS} loops stand inside each other", _MENDS[NESTED])
            )
        parsed = _parsed(tag, found)
        block = parsed.body[0] if parsed and parsed.body else None
        if isinstance(block, nodes.If):
            self._test(block.test, found)
        elif isinstance(block, nodes.For):
            self._loop(block, found)
        elif tag.keyword == "for":
            # What the loop goes through cannot be read, so nothing is said of what it names.
            self.scope = {**self.scope, **dict.fromkeys(_WORDS.findall(tag.bare), UNKNOWN), "loop": UNKNOWN}

    def _loop(self, block: nodes.For, found: list[Fault]) -> None:
        items, item = self.judge.items(block.iter, self.scope, found)
        if isinstance(block.target, nodes.Name):
            self.scope = looped(block.target.name, items, item, self.scope)
        else:
            for target in block.target.find_all(nodes.Name):
                self.scope = looped(target.name, UNKNOWN, UNKNOWN, self.scope)
        if block.test is not None:
            self.judge.test(block.test, self.scope, found)

    def _test(self, test: nodes.Node, found: list[Fault]) -> None:
        self.judge.test(test, self.scope, found)
        self.scope = narrowed(test, self.scope)

    def _turn(self, tag: Tag, passage: Passage, found: list[Fault]) -> None:
        if not self.stack:
            found.append(_stray(tag))
            return
        opened = self.stack[-1]
        found += _crossing(opened, tag, passage)
        self.scope = opened.outer
        if opened.in_else or (tag.keyword == "elif" and opened.tag.keyword == "for"):
            problem = f"{tag.typed} comes after {{% else %}} or inside a loop"
            found.append(Fault("order", problem, "write if, elif, else and endif in this order"))
        opened.in_else = tag.keyword == "else"
        parsed = _parsed(tag, found) if tag.keyword == "elif" else None
        block = parsed.body[0] if parsed and parsed.body else None
        if isinstance(block, nodes.If) and block.elif_:
            self._test(block.elif_[0].test, found)

    def _close(self, tag: Tag, passage: Passage, found: list[Fault]) -> None:
        depth = len(self.stack)
        while depth and _CLOSING[self.stack[depth - 1].tag.keyword] != tag.keyword:
            depth -= 1
        if not depth:
            found.append(_stray(tag))
            return
        opened = self.stack[depth - 1]
        for inner in self.stack[depth:]:
            problem = f"{tag.typed} closes {opened.tag.typed} while {inner.tag.typed} inside it is still open"
            found.append(Fault("nesting", problem, f"write {_ending(inner.tag)} before it"))
        del self.stack[depth - 1 :]
        self.scope, self.loops = opened.outer, opened.loops
        found += _crossing(opened, tag, passage)


def _parsed(tag: Tag, found: list[Fault]) -> nodes.Template | None:
    """One tag, made complete and parsed by itself; None where what it asks for is beside the point."""
    try:
        parsed = _tree(_COMPLETE.get(tag.keyword, "{bare}").format(bare=tag.bare))
    except TemplateSyntaxError as error:
        found.append(_unreadable(tag, str(error.message)))
        return None
    refused = dict.fromkeys(what for what, _ in forbidden(parsed))
    found += [
        Fault("forbidden", f"the tag {cut(tag)} does what no template may do: {what}", _MENDS[what])
        for what in refused
    ]
    if {CALLS, REACHES, NESTED} & set(refused):
        return None
    for node in parsed.find_all((nodes.Filter, nodes.Test)):
        known = _jinja().filters if isinstance(node, nodes.Filter) else _jinja().tests
        if node.name not in known:
            found.append(_unreadable(tag, f"there is no {type(node).__name__.lower()} “{node.name}”"))
    return parsed


@lru_cache(maxsize=2048)
def _tree(source: str) -> nodes.Template:
    """The tree of one complete tag; most tags of a template stand in it many times."""
    return _jinja().parse(source)


@cache
def _jinja() -> Sandbox:
    return environment()


def _unreadable(tag: Tag, message: str) -> Fault:
    message = message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + "…"
    if "filter" in message:
        mend = f"leave the part from | on away, or use one of {', '.join(sorted(_jinja().filters))}"
    else:
        mend = "write one name in it, such as {{ movant.name }}, or a test, such as {% if counsel.pro_se %}"
    return Fault("syntax", f"the tag {cut(tag)} cannot be read ({message.rstrip('.')})", mend)


def _stray(tag: Tag) -> Fault:
    opening = "for" if tag.keyword == "endfor" else "if"
    return Fault(
        "stray",
        f"{cut(tag)} closes or divides what was never opened",
        f"write its {{% {opening} … %}} before it, or take it out",
    )


def _unclosed(tag: Tag) -> Fault:
    return Fault("open", f"{cut(tag)} is opened and never closed", f"write {_ending(tag)} where it ends")


def _ending(tag: Tag) -> str:
    return f"{{%{tag.kind} {_CLOSING[tag.keyword]} %}}"


def _crossing(opened: _Open, tag: Tag, passage: Passage) -> Iterator[Fault]:
    """What is wrong between a tag and the one that opened its block: kind and place."""
    begun, first = opened.passage, opened.tag
    if tag.kind != first.kind:
        mend = f"give both the same letters after {{%: {{%{first.kind} … %}}"
        yield Fault("kinds", f"{cut(tag)} belongs to {cut(first)}, which is of another kind", mend)
        return
    if not tag.kind and passage is not begun:
        apart = not (stands_alone(passage.text) and stands_alone(begun.text))
    else:
        apart = tag.kind == "tr" and passage.table is not begun.table
    if apart or (tag.kind != "tr" and passage.container is not begun.container):
        yield Fault(
            "crossing",
            f"{cut(first)} begins in one paragraph, cell or table, and {cut(tag)} ends it in another",
            "use {%p … %} in paragraphs of their own, both in the same cell or both outside every table",
        )
