import pytest
from hypothesis import given
from hypothesis import strategies as st

from infrastructure.keys.search import Kind, PersonHasher, name_parts

HASHER = PersonHasher(bytes(32))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Siân O’Brien-Smith", ("sian", "obrien", "smith")),
        ("  SIAN   o'brien smith ", ("sian", "obrien", "smith")),
        ("Zoë", ("zoe",)),
        ("Søren Łukasz Þór", ("soren", "lukasz", "thor")),
        ("Strauß", ("strauss",)),
        ("J. R. Ewing", ("j", "r", "ewing")),
        ("Владимир 李", ("владимир", "李")),
        ("", ()),
    ],
)
def test_a_name_is_known_by_its_parts(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(name) == parts


def test_a_name_is_found_however_it_is_typed() -> None:
    stored = HASHER.tokens(Kind.NAME_PART, "Siân O’Brien-Smith")
    assert set(HASHER.tokens(Kind.NAME_PART, "obrien SIAN")) < set(stored)
    assert not set(HASHER.tokens(Kind.NAME_PART, "Brien")) & set(stored)
    whole = HASHER.tokens(Kind.WHOLE_NAME, "Siân O’Brien-Smith")
    assert whole == HASHER.tokens(Kind.WHOLE_NAME, "sian obrien smith")
    assert whole != HASHER.tokens(Kind.WHOLE_NAME, "smith obrien sian")


def test_an_identifier_is_the_same_in_any_case_and_spacing() -> None:
    assert HASHER.tokens(Kind.IDENTIFIER, "ab 12 34") == HASHER.tokens(Kind.IDENTIFIER, "AB1234")


def test_a_date_of_birth_is_asked_for_in_iso_form() -> None:
    assert len(HASHER.tokens(Kind.BORN_ON, " 2012-02-29 ")) == 1
    with pytest.raises(ValueError, match="isoformat"):
        HASHER.tokens(Kind.BORN_ON, "29/02/2012")


@pytest.mark.parametrize("kind", [Kind.NAME_PART, Kind.WHOLE_NAME, Kind.IDENTIFIER])
def test_nothing_asked_is_nothing_found(kind: Kind) -> None:
    assert HASHER.tokens(kind, "  ") == ()


@given(st.text(alphabet="abcdefghij", min_size=1, max_size=12))
def test_kinds_and_keys_keep_tokens_apart(name: str) -> None:
    kinds = (Kind.NAME_PART, Kind.WHOLE_NAME, Kind.IDENTIFIER)
    tokens = {token for kind in kinds for token in HASHER.tokens(kind, name)}
    tokens.update(PersonHasher(b"\1" * 32).tokens(Kind.NAME_PART, name))
    assert len(tokens) == 4
    assert all(
        len(token) == 32 and name not in bytes.fromhex(token).decode("latin-1")
        for token in tokens
        if len(name) > 4
    )
