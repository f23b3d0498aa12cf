from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infrastructure.keys.master_key import (
    MasterKey,
    MasterKeyUnusable,
    WrongMasterKey,
    create_master_key,
)


def test_a_master_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "master.key"
    first = create_master_key(path)
    written = path.read_bytes()
    second = create_master_key(path)
    assert path.read_bytes() == written
    assert path.stat().st_mode & 0o777 == 0o600
    assert first.derive("search-index") == second.derive("search-index")
    assert [found.name for found in path.parent.iterdir()] == ["master.key"]


def test_it_may_be_kept_raw_or_in_hexadecimal(tmp_path: Path) -> None:
    secret = bytes(range(32))
    (tmp_path / "raw").write_bytes(secret)
    (tmp_path / "hex").write_text(secret.hex() + "\n")
    raw, written = MasterKey.read(tmp_path / "raw"), MasterKey.read(tmp_path / "hex")
    assert raw.derive("idempotency") == written.derive("idempotency")


@pytest.mark.parametrize("content", [b"", b"00" * 31, b"not a key", bytes(33), b"\xff" * 40])
def test_anything_else_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad").write_bytes(content)
    with pytest.raises(MasterKeyUnusable):
        MasterKey.read(tmp_path / "bad")


def test_none_is_invented_where_one_was_expected(tmp_path: Path) -> None:
    with pytest.raises(MasterKeyUnusable):
        MasterKey.read(tmp_path / "missing")
    assert not (tmp_path / "missing").exists()


def test_each_purpose_has_a_key_of_its_own() -> None:
    master = MasterKey(bytes(32))
    purposes = ["search-index", "idempotency", "file-keys", ""]
    derived = {master.derive(purpose) for purpose in purposes} | {bytes(32)}
    assert len(derived) == 5
    assert master.derive("idempotency") == MasterKey(bytes(32)).derive("idempotency")


@given(st.binary(min_size=32, max_size=32), st.text(max_size=20), st.integers(0, 59))
def test_a_wrapped_key_opens_unaltered_and_for_its_owner(key: bytes, owner: str, at: int) -> None:
    master = MasterKey(bytes(range(32)))
    wrapped = master.wrap(key, owner)
    assert master.unwrap(wrapped, owner) == key
    assert key not in wrapped
    altered = wrapped[:at] + bytes([wrapped[at] ^ 1]) + wrapped[at + 1 :]
    for sealed, asker in ((altered, owner), (wrapped, owner + "x"), (wrapped[:7], owner)):
        with pytest.raises(WrongMasterKey):
            master.unwrap(sealed, asker)
