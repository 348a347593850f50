"""The search for cyclic garbage waits while a paper is made, and goes on afterwards whatever happened."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from drafter.render.engine import Template, preview, render
from drafter.render.faults import TemplateFault
from drafter.render.garbage import put_off


@pytest.fixture(autouse=True)
def on_afterwards() -> Iterator[None]:
    """The collector, on at the beginning; a test that leaves it off fails."""
    gc.enable()
    yield
    left_on = gc.isenabled()
    gc.enable()
    assert left_on


def test_it_waits_inside_and_goes_on_after_the_outermost_block() -> None:
    with put_off():
        with put_off():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_does_not_leave_it_off() -> None:
    with pytest.raises(KeyError), put_off():
        raise KeyError
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    with put_off():
        pass
    assert not gc.isenabled()
    gc.enable()


def test_a_block_that_ends_in_another_thread_first_leaves_it_on_in_the_end() -> None:
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with put_off():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    with put_off():
        thread.start()
        assert inside.wait(10)
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_a_paper_and_a_preview_are_made_without_it(
    compiled: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    template = Template.open(compiled("Say {{ word }}.\n"), name="made.docx")
    seen = []
    filled = type(template.texts[0]).filled

    def watched(*arguments: Any) -> str:  # noqa: ANN401 - those of the method
        seen.append(gc.isenabled())
        return filled(*arguments)

    monkeypatch.setattr(type(template.texts[0]), "filled", watched)
    render(template, {"word": "yes"}, strict=True)
    preview(template, {"word": "yes"})
    with pytest.raises(TemplateFault):
        render(template, {}, strict=True)
    assert seen == [False, False, False]
