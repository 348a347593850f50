"""Handing over, taking in and versions on the command line: nothing happens in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Drafter = Any  # conftest.Drafter; the tests' folders are no packages, so it cannot be imported by name
NUMBER = "case.number"


@pytest.fixture
def case(drafter: Drafter) -> int:
    return int(drafter("new", "--sample", "complete", "--json").json["case"])


def fill(drafter: Drafter, case: int, path: Path, number: str) -> None:
    path.write_text(f'{{"{NUMBER}": "{number}"}}', encoding="utf-8")
    assert drafter("fill", case, path).code == 0


def stored(drafter: Drafter, case: int) -> str:
    return str(drafter("show", case, "--json").json["answers"][NUMBER])


def test_a_case_file_needs_a_passphrase_or_the_plain_word(
    drafter: Drafter, case: int, tmp_path: Path
) -> None:
    refused = drafter("export", case, tmp_path / "x.drafter")
    assert (refused.code, "--plain" in refused.err) == (2, True)
    secret = tmp_path / "secret.txt"
    secret.write_text("correct horse\nnot this line\n", encoding="utf-8")
    done = drafter("export", case, tmp_path / "x.drafter", "--case-passphrase-file", secret, "--json")
    assert done.json == {"file": str(tmp_path / "x.drafter"), "encrypted": True}
    assert "give its passphrase" in drafter("import", tmp_path / "x.drafter", "--as-new").err
    read = drafter("import", tmp_path / "x.drafter", "--as-new", "--case-passphrase-file", secret, "--json")
    assert (read.code, read.json["unread"]) == (0, [])
    secret.write_text("\n", encoding="utf-8")
    assert "is empty" in drafter("import", tmp_path / "x.drafter", "--case-passphrase-file", secret).err


@pytest.mark.parametrize("ending", ["drafter", "json"])
def test_a_known_case_is_never_taken_in_silently(
    drafter: Drafter, case: int, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"x.{ending}"
    assert drafter("export", case, path, "--plain").code == 0
    assert drafter("export", case, path, "--plain").code == 2, "it is there already"
    assert drafter("export", case, path, "--plain", "--replace").code == 0
    refused = drafter("import", path)
    assert refused.code == 2
    assert f"--merge {case}" in refused.err
    assert "--as-new" in refused.err
    assert len(drafter("cases", "--json").json) == 1
    both = drafter("import", path, "--merge", case, "--as-new")
    assert (both.code, "one of them" in both.err) == (2, True)


def test_conflicts_are_listed_and_nothing_is_changed_until_a_side_is_named(
    drafter: Drafter, case: int, tmp_path: Path
) -> None:
    there, answers = tmp_path / "there", tmp_path / "answers.json"
    drafter("export", case, tmp_path / "out.drafter", "--plain")
    before = stored(drafter, case)
    drafter("--data-dir", there, "import", tmp_path / "out.drafter")
    fill(lambda *a: drafter("--data-dir", there, *a), 1, answers, "2:16-cr-00222")
    drafter("--data-dir", there, "export", 1, tmp_path / "back.drafter", "--plain")
    fill(drafter, case, answers, "2:16-cr-00111")
    listed = drafter("import", tmp_path / "back.drafter", "--merge", case)
    assert listed.code == 1
    assert "Nothing was changed: one answer" in listed.out
    assert f"conflict  {NUMBER}: " in listed.out
    for words in (f"before: {before}", "ours: 2:16-cr-00111", "theirs: 2:16-cr-00222"):
        assert words in listed.out
    as_json = drafter("import", tmp_path / "back.drafter", "--merge", case, "--json")
    assert (as_json.code, as_json.json["merged"]) == (1, False)
    assert [one["question"] for one in as_json.json["conflicts"]] == [NUMBER]
    assert stored(drafter, case) == "2:16-cr-00111"
    assert [one["kind"] for one in drafter("versions", case, "--json").json] == ["handed over"]
    assert drafter("backup", "--list", "--json").json == []
    drafter("import", tmp_path / "back.drafter", "--merge", case, "--take", "theirs")
    assert stored(drafter, case) == "2:16-cr-00222"
    (made,) = drafter("backup", "--list", "--json").json
    folder = drafter("restore", made["file"], "--json").json["folder"]
    assert stored(lambda *words: drafter("--data-dir", folder, *words), case) == "2:16-cr-00111"


def test_versions_are_kept_compared_and_restored(drafter: Drafter, case: int, tmp_path: Path) -> None:
    version = drafter("version", "keep", case, "as filed", "--json").json["version"]
    before = stored(drafter, case)
    fill(drafter, case, tmp_path / "a.json", "2:16-cr-00111")
    assert "named  as filed" in drafter("versions", case).out
    (one,) = drafter("version", "compare", case, version, "--json").json
    assert (one["question"], one["after"].splitlines()[0]) == (NUMBER, "2:16-cr-00111")
    assert f"before: {before}" in drafter("version", "compare", case, version).out
    again = drafter("version", "restore", case, version, "--title", "As filed", "--json").json["case"]
    assert stored(drafter, again) == before
    assert drafter("version", "restore", case, 999).code == 2


def test_each_draft_names_the_version_it_was_made_from(drafter: Drafter, case: int, tmp_path: Path) -> None:
    assert drafter("draft", case, "--out", tmp_path).code in (0, 1)
    fill(drafter, case, tmp_path / "a.json", "2:16-cr-00111")
    drafter("draft", case, "--out", tmp_path / "later")
    later, first = drafter("versions", case, "--json").json
    assert (later["kind"], first["kind"]) == ("draft", "draft")
    (paper,) = first["papers"]
    assert paper.startswith("Motion")
    assert paper in drafter("versions", case).out
    assert "2:16-cr-00111" not in drafter("version", "compare", case, later["version"]).out
    assert "2:16-cr-00111" in drafter("version", "compare", case, first["version"]).out


def test_a_table_is_taken_in_whole_or_not_at_all(drafter: Drafter, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("title,movant.birth_date\nRoe,soon\nDoe,1970-02-03\n", encoding="utf-8")
    refused = drafter("intake", path)
    assert refused.code == 1
    assert "row 2, movant.birth_date: " in refused.out
    assert drafter("cases", "--json").json == []
    path.write_text("title,movant.birth_date\nRoe,\nDoe,1970-02-03\n", encoding="utf-8")
    done = drafter("intake", path, "--json")
    assert (done.code, len(done.json["cases"]), done.json["bad"]) == (0, 2, [])
    assert drafter("intake", "--template", tmp_path / "t.csv").code == 0
    assert (tmp_path / "t.csv").read_text(encoding="utf-8-sig").startswith("title,")
