"""Faults of the tags in one paragraph that docxtpl would pass over in silence, losing text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from jinja2 import TemplateSyntaxError

from drafter.render.environment import Sandbox, environment
from drafter.render.ooxml import BR, TAB, TR, Element, T, text_of, w

TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_EDGE: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_KIND: Final = re.compile(r"\{([{%#])(p|tr|tc|r)\s")
_BLOCK: Final = re.compile(r"\{%-?(?:p |tr |tc |r )?\s*(\w+)")
_STRING: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212\u00ad]")
_QUOTES: Final = str.maketrans("“”‘’", "\"\"''")
_CLOSING: Final = {"if": "{% endif %}", "for": "{% endfor %}", "elif": "{% endif %}", "else": "{% endif %}"}
_OPENING: Final = {"elif": "{% if true %}", "else": "{% if true %}"}
_ENDINGS: Final = frozenset({"endif", "endfor"})
#: Nothing else: no setting of names (a header would not see them), no merging of cells (rows are lost).
_KEYWORDS: Final = frozenset({*_CLOSING, *_ENDINGS})


def problems(paragraph: Element, *, syntax: bool = True) -> Iterator[str]:
    """What is wrong with the tags of ``paragraph``: each a clause without full stop.

    Without ``syntax`` the tags are not parsed one by one, for a caller that compiles the whole anyway.
    """
    text = typed(paragraph)
    if not _EDGE.search(text):
        return
    tags = TAG.findall(text)
    rest = TAG.sub("", text).strip()
    if _EDGE.search(rest):
        yield "a tag is opened and not closed in its paragraph, or closed and not opened"
    kinds = {found.group(2) for tag in tags if (found := _KIND.match(tag))}
    if kinds & {"r", "tc"} or any(_KIND.match(tag) for tag in tags if tag.startswith("{{")):
        yield "{{p …}}, {{r …}} and {%tc …%} are not used; they drop text"
    if "p" in kinds and (rest or len(tags) > 1):
        yield "text beside a paragraph tag would be deleted; {%p … %} needs a paragraph of its own"
    if "tr" in kinds:
        yield from _row_problems(paragraph)
    for tag in tags:
        yield from _tag_problems(tag, syntax=syntax)


def stands_alone(paragraph: Element) -> bool:
    """Whether ``paragraph`` holds inline block tags only, and would print as an empty one."""
    text = typed(paragraph)
    tags = TAG.findall(text)
    blocks = all(tag.startswith("{%") and not _KIND.match(tag) for tag in tags)
    return bool(tags) and blocks and not TAG.sub("", text).strip()


def typed(paragraph: Element) -> str:
    """The text with what Word puts into tags unseen: non-breaking and soft hyphens, deleted text."""
    signs = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", BR: "\n", TAB: "\t"}
    found = paragraph.iter(T, w("delText"), *signs)
    return "".join([signs.get(str(node.tag), node.text or "") for node in found])


def _row_problems(paragraph: Element) -> Iterator[str]:
    row = next(paragraph.iterancestors(TR), None)
    if row is None:
        yield "{%tr … %} stands outside a table"
    elif len(TAG.findall(text_of(row))) > 1 or TAG.sub("", text_of(row)).strip():
        yield "text beside a row tag would be deleted; {%tr … %} needs a row of its own"


def _tag_problems(tag: str, *, syntax: bool) -> Iterator[str]:
    straight = tag.translate(_QUOTES)
    if tag.startswith("{#"):
        return
    if _DASHES.search(_STRING.sub("", straight)):
        yield f"a dash or special hyphen inside the tag {tag} changes its meaning"
        return
    found = _BLOCK.match(straight) if straight.startswith("{%") else None
    keyword = found.group(1) if found else ""
    if straight.startswith("{%") and keyword not in _KEYWORDS:
        yield f"the tag {tag} is not one of those used in templates (if, elif, else, for)"
    elif syntax and keyword not in _ENDINGS:
        bare = _KIND.sub(lambda kind: f"{{{kind.group(1)} ", straight)
        yield from _syntax_problems(_OPENING.get(keyword, "") + bare + _CLOSING.get(keyword, ""))


@cache
def _jinja() -> Sandbox:
    return environment()


def _syntax_problems(source: str) -> Iterator[str]:
    """Parses one tag by itself, so that a fault in one paragraph does not hide the next."""
    try:
        _jinja().from_string(source)
    except TemplateSyntaxError as error:
        yield f"a tag is wrong ({error.message})"
