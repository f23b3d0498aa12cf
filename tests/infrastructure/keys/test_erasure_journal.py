from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.shared.envelope import FileId
from infrastructure.keys.journal import Erasure, ErasureJournal, JournalDamaged

FIRST = Erasure(FileId("case-1"), datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
SECOND = Erasure(FileId("case-2"), datetime(2026, 3, 3, 9, 30, tzinfo=UTC))


def test_a_journal_not_yet_begun_is_empty(tmp_path: Path) -> None:
    assert list(ErasureJournal(tmp_path / "erasures.jsonl")) == []


def test_what_was_appended_is_read_in_order(tmp_path: Path) -> None:
    journal = ErasureJournal(tmp_path / "apart" / "erasures.jsonl")
    journal.append(FIRST)
    journal.append(SECOND)
    assert list(ErasureJournal(journal.path)) == [FIRST, SECOND]
    assert journal.path.stat().st_mode & 0o077 == 0


def test_a_line_torn_by_a_crash_is_not_an_erasure_and_spoils_no_later_one(tmp_path: Path) -> None:
    journal = ErasureJournal(tmp_path / "erasures.jsonl")
    journal.append(FIRST)
    with journal.path.open("ab") as file:
        file.write(b'{"file": "case-')
    assert list(journal) == [FIRST]
    journal.append(SECOND)
    assert list(journal) == [FIRST, SECOND]


def test_a_damaged_line_is_never_passed_over(tmp_path: Path) -> None:
    journal = ErasureJournal(tmp_path / "erasures.jsonl")
    journal.append(FIRST)
    journal.append(SECOND)
    journal.path.write_bytes(journal.path.read_bytes().replace(b"case-1", b'"ase-1'))
    with pytest.raises(JournalDamaged, match="Line 1"):
        list(journal)
