"""The templates that a firm owns: its copies of the shipped ones, and its own paragraphs for a ground.

In the data folder, under "my templates":

``documents/motion.docx``, ``grounds/b3D.docx``   copies, edited in Word and used in place of the shipped ones
``blocks/b3D.docx``                               the firm's own paragraphs, printed after that ground's
``originals/…``                                   what was copied, to tell later what the program changed
``set aside/motion 1.docx``                       copies that are no longer used; nothing is ever deleted
"""

from __future__ import annotations

import difflib
import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import paths
from drafter.app.template_set import TemplateSet, TemplateUse
from drafter.app.writing import put
from drafter.errors import BadInputError, OutputError, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTS, GROUNDS, BLOCKS = "documents", "grounds", "blocks"
_ORIGINALS, _SET_ASIDE = "originals", "set aside"
#: What a template is, by the folder it is in.
KINDS: Final = {DOCUMENTS: "document", GROUNDS: "ground", BLOCKS: "block"}


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One line of the list: whose file is used, and what has happened to it.

    ``path`` is the file that is used; ``mine`` says that it is the firm's own, and not the shipped one.
    ``edited`` says that it differs from what was copied, ``outdated`` that the program ships another original
    since.  ``stray`` is a block that belongs to no ground.
    """

    id: str
    kind: str
    path: Path
    mine: bool
    sha256: str
    edited: bool = False
    outdated: bool = False
    stray: bool = False

    @property
    def state(self) -> str:
        """Whose file is used and what to know about it, in a few words."""
        if not self.mine:
            return "shipped with the program"
        if self.kind == KINDS[BLOCKS]:
            told = "belongs to no ground and is not printed" if self.stray else "printed after the ground"
            return f"yours, {told}"
        edited = "edited" if self.edited else "as copied"
        return f"yours, {edited}{'; the shipped original has changed since' if self.outdated else ''}"


class MyTemplates:
    """The firm's folder of templates; without one (None), only the shipped ones are used."""

    def __init__(self, folder: Path | None) -> None:
        """Use "my templates" in the data folder ``folder``; nothing is made before something is copied."""
        self.folder = None if folder is None else paths.my_templates(folder)
        #: Path → what it was when it was read (time in nanoseconds, size), and its content.
        self._read: dict[Path, tuple[tuple[int, int], bytes]] = {}
        self._shipped: dict[str, bytes] = {}

    @cached_property
    def shipped(self) -> dict[str, str]:
        """The id of every shipped template, and its name: ``motion`` is ``documents/motion.docx``."""
        names = (*paths.template_names(DOCUMENTS), *paths.template_names(GROUNDS))
        return {Path(name).stem: name for name in names}

    def lines(self) -> tuple[TemplateLine, ...]:
        """Every template and block, and whose file is used."""
        blocks = sorted(self._inside(BLOCKS).glob("*.docx")) if self.folder else []
        return (
            *(self._line(template) for template in self.shipped),
            *(self._block_line(path) for path in blocks if not path.name.startswith("~$")),
        )

    def _line(self, template: str) -> TemplateLine:
        name = self._name(template)
        shipped = paths.template_bytes(name)
        mine = self._mine(name)
        original = self._original(name)
        return TemplateLine(
            template,
            KINDS[name.split("/", 1)[0]],
            paths.template_path(name) if mine is None else self._inside(name),
            mine=mine is not None,
            sha256=_hash(shipped if mine is None else mine),
            edited=mine is not None and mine != (shipped if original is None else original),
            outdated=mine is not None and original is not None and original != shipped,
        )

    def _block_line(self, path: Path) -> TemplateLine:
        stray = self.shipped.get(path.stem, "").split("/", 1)[0] != GROUNDS
        digest = _hash(self._content(path) or b"")
        return TemplateLine(path.stem, KINDS[BLOCKS], path, mine=True, sha256=digest, stray=stray)

    def copy(self, template: str) -> Path:
        """Copy the shipped ``template`` into the firm's folder and return the copy.

        Raises :class:`BadInputError` for an id there is not or a copy there is already, and
        :class:`OutputError` where the folder cannot be written.
        """
        name = self._name(template)
        path = self._inside(name)
        shipped = paths.template_bytes(name)
        if path.exists():
            raise BadInputError(
                f"You have a copy of {template} already, at {path}; edit that one, or set it aside "
                f"first with “drafter template reset {template}”."
            )
        with _told(path):
            self.prepare()
            put(self._inside(f"{_ORIGINALS}/{name}"), shipped)
            with path.open("xb") as file:
                file.write(shipped)
        return path

    def prepare(self) -> Path:
        """Make the folders in which a firm keeps its templates, and return the folder that holds them."""
        with _told(self._inside("")):
            for folder in (DOCUMENTS, GROUNDS, BLOCKS):
                paths.made_private(self._inside(folder))
        return self._inside("")

    def reset(self, template: str) -> Path:
        """Move the firm's copy of ``template`` aside, with a number, and return where it is now.

        Raises :class:`BadInputError` where there is no copy.
        """
        name = self._name(template)
        path, original = self._inside(name), self._inside(f"{_ORIGINALS}/{name}")
        self._must_have(path, template)
        aside = paths.made_private(self._inside(_SET_ASIDE))
        number = 1
        while (aside / f"{template} {number}.docx").exists():
            number += 1
        target = aside / f"{template} {number}.docx"
        with _told(path):
            path.rename(target)
            if original.exists():
                original.replace(aside / f"{template} {number} (as copied).docx")
        return target

    def changes(self, template: str) -> list[str]:
        """What the program has changed in ``template`` since it was copied, as lines of a unified diff.

        Empty where nothing has changed.  Raises :class:`BadInputError` where there is no copy, or where it
        is not known what was copied.
        """
        from drafter.app.template_set import told_faults
        from drafter.render import isolated
        from drafter.render.outline import to_text

        name = self._name(template)
        self._must_have(self._inside(name), template)
        original, shipped = self._original(name), paths.template_bytes(name)
        if original is None:
            raise BadInputError(
                f"It is not known what your {template} was made from, because “drafter template copy” did "
                "not make it; compare it with the shipped one by hand."
            )
        with told_faults():
            before = isolated.outline(original, f"{_ORIGINALS}/{name}").splitlines()
        after = to_text(shipped).splitlines()
        return list(difflib.unified_diff(before, after, "as copied", "as shipped now", lineterm="", n=1))

    def mark_reviewed(self, template: str) -> None:
        """Take the original that is shipped now as the one that the firm's copy is compared with."""
        name = self._name(template)
        self._must_have(self._inside(name), template)
        path = self._inside(f"{_ORIGINALS}/{name}")
        with _told(path):
            put(path, paths.template_bytes(name))

    def set_for(self, template: str, *, pleads: bool) -> TemplateSet:
        """The files with which the document of the shipped template ``documents/….docx`` is made.

        Only one that ``pleads`` has a place for the grounds.
        """
        from drafter.render.files import Files

        shell, use = self._used(template)
        every = self.shipped.items() if pleads else ()
        names = {key: name for key, name in every if name.startswith(f"{GROUNDS}/")}
        used = {key: self._used(name) for key, name in names.items()}
        for ground in names:
            block = self._mine(f"{BLOCKS}/{ground}.docx")
            if block is not None:
                told = TemplateUse(ground, KINDS[BLOCKS], mine=True, sha256=_hash(block))
                used[f"{BLOCKS}/{ground}"] = block, told
        uses = (use, *(one for _, one in used.values()))
        return TemplateSet(
            Files(
                f"my {template}" if use.mine else template,
                shell,
                {key: content for key, (content, _) in used.items()},
            ),
            uses,
            ours={one.sha256 for one in uses} <= self._own_hashes,
        )

    @cached_property
    def _own_hashes(self) -> frozenset[str]:
        return frozenset(_hash(self._original_of_today(name)) for name in self.shipped.values())

    def _used(self, name: str) -> tuple[bytes, TemplateUse]:
        mine = self._mine(name)
        content = self._original_of_today(name) if mine is None else mine
        folder, leaf = name.split("/", 1)
        return content, TemplateUse(
            Path(leaf).stem, KINDS[folder], mine=mine is not None, sha256=_hash(content)
        )

    def _original_of_today(self, name: str) -> bytes:
        """The shipped template, read once: every preview asks for all of them."""
        if name not in self._shipped:
            self._shipped[name] = paths.template_bytes(name)
        return self._shipped[name]

    def _name(self, template: str) -> str:
        if template not in self.shipped:
            known = ", ".join(self.shipped)
            raise BadInputError(f"There is no template “{template}”; the templates are: {known}.")
        return self.shipped[template]

    def _inside(self, name: str) -> Path:
        if self.folder is None:
            raise BadInputError(
                "Your own templates are left out; start without --safe-mode, or name a --data-dir."
            )
        return self.folder / name

    @staticmethod
    def _must_have(path: Path, template: str) -> None:
        if not path.exists():
            raise BadInputError(
                f"You have no copy of {template}; “drafter template copy {template}” makes one."
            )

    def _mine(self, name: str) -> bytes | None:
        return None if self.folder is None else self._content(self.folder / name)

    def _original(self, name: str) -> bytes | None:
        return self._mine(f"{_ORIGINALS}/{name}")

    def _content(self, path: Path) -> bytes | None:
        """The content of a file of the firm, read again when it has changed; None where there is none."""
        try:
            status = path.stat()
            stamp = status.st_mtime_ns, status.st_size
            if path not in self._read or self._read[path][0] != stamp:
                self._read[path] = stamp, path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise TemplateError(
                f"Your template {path} cannot be read ({fault.strerror}); close it in Word and try again."
            ) from fault
        return self._read[path][1]


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in one sentence what the file system says against it."""
    try:
        yield
    except OSError as fault:
        raise OutputError(
            f"{path} cannot be written ({fault.strerror}); close it in Word, or make room on the disk."
        ) from fault
