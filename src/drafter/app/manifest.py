"""The manifest beside the papers: of which program, law, templates and answers each file was made.

It holds ids, the filing date, SHA-256 hashes and the names of the files beside it, no answer, no folder and
no day of its making: it may travel with the papers, and the same case and law give the same one.  Each case
has one, by the movant's name and the number of the case, so that in a folder of several clients, of one name
too, none tells of another.  Its own hash stands in it: a manifest that somebody has edited is left alone, and
the next one gets a number.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from drafter import __version__
from drafter.app.writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafter.app.template_set import TemplateUse
    from drafter.core.answers import Answers

#: What the file is called, before the movant's name.
TITLE = "Manifest"
_SEAL = "manifest_sha256"


@dataclass(frozen=True, slots=True)
class Made:
    """What one paper was made of.

    ``filing_date`` and ``law_as_of`` are ISO days; ``sha256``, ``law`` and ``answers`` are hashes: of the
    file, of all entries of the law, and of every answer that counts with its proof.
    """

    file: str
    document: str
    sha256: str
    final: bool
    filing_date: str
    law: str
    law_as_of: str
    answers: str
    templates: tuple[TemplateUse, ...]
    program: str = __version__


def answers_hash(answers: Answers) -> str:
    """Return the SHA-256 hash of ``answers``, the same in whatever order they were given."""
    told = {
        question: [answer.stored, answer.unknown, answer.note, [one.as_json() for one in answer.evidence]]
        for question, answer in answers.items()
    }
    return hashlib.sha256(_text(told).encode()).hexdigest()


def noted(out: Path, name: str, papers: Iterable[Made]) -> Path:
    """Note ``papers`` in the manifest ``name`` of the folder ``out`` and return its path.

    Earlier papers stay in it while their files stand there.  Raises :class:`~drafter.errors.OutputError`.
    """
    path = out / name
    before = _papers(path)
    rows = {row["file"]: row for row in before or () if (out / row["file"]).is_file()}
    rows |= {paper.file: asdict(paper) for paper in papers}
    ours = frozenset() if before is None else frozenset({hashlib.sha256(path.read_bytes()).hexdigest()})
    return written(out, name, _sealed([rows[file] for file in sorted(rows)]).encode(), ours)


def _papers(path: Path) -> list[dict[str, Any]] | None:
    """The papers of a manifest that is as this program wrote it, None for any other file or none."""
    try:
        read = path.read_text(encoding="utf-8")
        rows: list[dict[str, Any]] = json.loads(read)["papers"]
        return rows if read == _sealed(rows) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sealed(rows: list[dict[str, Any]]) -> str:
    seal = hashlib.sha256(_text(rows).encode()).hexdigest()
    return _text({_SEAL: seal, "papers": rows}, indent=1) + "\n"


def _text(told: object, indent: int | None = None) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=indent)
