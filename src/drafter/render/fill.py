"""Runs the Jinja of one part, and tells a fault of it by the paragraph it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType

from jinja2 import Environment, UndefinedError
from jinja2 import Template as Compiled
from jinja2.exceptions import SecurityError
from lxml import etree

from drafter.render.environment import LEDGER, Ledger, NotTextError
from drafter.render.facts import Facts
from drafter.render.faults import TemplateFault
from drafter.render.flow import Forms
from drafter.render.ooxml import parse
from drafter.render.plain import Plain
from drafter.render.prepare import TextPart, place_of


class Text:
    """A part of the template ``template`` that is ready to be filled any number of times, from any thread."""

    def __init__(self, part: TextPart, template: str, facts: Facts, jinja: Environment) -> None:
        """Take up the code of ``part``."""
        self.part = part
        self.template = template
        self.forms = Forms(facts, part.namespaces, part.openings)
        self.compiled = Compiled.from_code(jinja, part.code, jinja.make_globals(None))

    def filled(self, plain: Mapping[str, Plain]) -> str:
        """The XML of the part for the context ``plain``; raises :class:`TemplateFault`."""
        try:
            xml = self.compiled.render(plain)
        except NotTextError as error:
            raise self._fault(error, f"{error.message}") from error
        except UndefinedError as error:
            raise self._fault(error, f"“{error.message}” is missing", str(error.message)) from error
        except SecurityError as error:
            raise self._fault(error, f"a tag does what no template may do ({error})") from error
        except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
            raise self._fault(error, f"a tag cannot be rendered ({error})") from error
        if not self.part.sound:
            self._check(xml)
        return xml

    def _check(self, xml: str) -> None:
        try:
            parse(xml.encode())
        except etree.XMLSyntaxError as error:
            problem = (
                "a tag begins in one paragraph and ends in another; use {%p … %} in paragraphs of their own"
            )
            raise TemplateFault(self.template, f"{problem} ({error.msg})") from error

    def _fault(self, error: Exception, problem: str, name: str = "") -> TemplateFault:
        line = _line_of(error.__traceback__)
        where, paragraph = place_of(self.part.source, line, self.template) if line else (self.template, "")
        return TemplateFault(where, problem, paragraph, name)


@contextmanager
def ledger(strict: bool) -> Iterator[Ledger]:  # noqa: FBT001 - the only argument
    """The ledger of what is missing while texts are filled; with ``strict`` that is a fault."""
    opened = Ledger(strict)
    token = LEDGER.set(opened)
    try:
        yield opened
    finally:
        LEDGER.reset(token)


def _line_of(trace: TracebackType | None) -> int:
    """The template's line in the traceback (Jinja has rewritten it so), 0 where there is none."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
