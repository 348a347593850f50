"""Finds every fault of a Word template at once, before it is used for a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from drafter.render.clean import REVISIONS, text_parts
from drafter.render.environment import environment
from drafter.render.faults import TemplateFault, shortened
from drafter.render.names import unknown_names
from drafter.render.ooxml import P, text_of
from drafter.render.package import Package
from drafter.render.plain import plain_context
from drafter.render.prepare import place_of, prepared
from drafter.render.tags import TAG, problems, stands_alone, typed

_UNRENDERED: Final = ("endnotes", "comments")
_LINK_TAG: Final = re.compile(r"\{\{|\{%|%7B%7B|%7B%25", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """One fault: the file, what is wrong (one clause, no full stop), and the paragraph."""

    template: str
    problem: str
    paragraph: str = ""

    def __str__(self) -> str:
        """The finding as one sentence."""
        return str(TemplateFault(self.template, self.problem, self.paragraph))


def lint(
    shell: bytes,
    fragments: Mapping[str, bytes] | None = None,
    *,
    context: object = None,
    name: str = "template",
) -> tuple[Finding, ...]:
    """Everything wrong with ``shell`` and its ``fragments``; empty when they are sound.

    With an example ``context`` the names that it lacks are listed too.  Never raises for a template,
    however broken; an unusable ``context`` raises :class:`TypeError`.
    """
    fragments = fragments or {}
    found: list[Finding] = []
    for label, file in ((name, shell), *((f"{key}.docx", file) for key, file in fragments.items())):
        try:
            found += _package_findings(Package.open(file, label))
        except TemplateFault as fault:
            found.append(Finding(fault.template, fault.problem, fault.paragraph))
    return tuple(dict.fromkeys(found or _rendering_findings(shell, fragments, context, name)))


def _rendering_findings(
    shell: bytes, fragments: Mapping[str, bytes], context: object, name: str
) -> list[Finding]:
    """What shows only when the whole is put together: unbalanced tags, unknown names."""
    try:
        ready = prepared(shell, fragments, name)
    except TemplateFault as fault:
        return [Finding(fault.template, fault.problem, fault.paragraph)]
    if context is None:
        return []
    found = []
    example = plain_context(context)
    for text in ready.texts:
        for unknown, line in unknown_names(environment().parse(text.source), example):
            where, paragraph = place_of(text.source, line, name)
            found.append(Finding(where, f"“{unknown}” is not a name this document has", shortened(paragraph)))
    return found


def _package_findings(package: Package) -> Iterator[Finding]:
    for part in text_parts(package):
        yield from _part_findings(package, part)
    for kind in _UNRENDERED:
        for part in package.related(package.main, kind):
            for paragraph in package.tree(part).iter(P) if part in package.parts else ():
                if TAG.search(text_of(paragraph)):
                    yield Finding(
                        package.name, f"a tag in {kind} is never filled", shortened(text_of(paragraph))
                    )
    for relationship in package.relationships(package.main):
        target = relationship.get("Target", "")
        if relationship.get("TargetMode") == "External" and _LINK_TAG.search(target):
            yield Finding(package.name, "a tag in the target of a link is never filled", target)


def _part_findings(package: Package, part: str) -> Iterator[Finding]:
    for paragraph in package.tree(part).iter(P):
        found = list(problems(paragraph))
        if stands_alone(paragraph):
            found.append("a block tag alone in its paragraph leaves an empty one; write {%p … %}")
        if next(paragraph.iter(*REVISIONS), None) is not None:
            found.append("it holds tracked changes; accept or reject them in Word first")
        for problem in found:
            yield Finding(package.name, problem, shortened(typed(paragraph)))
