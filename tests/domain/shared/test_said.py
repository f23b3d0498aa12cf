"""What must be said is not left blank, and what one person enters another approves."""

import pytest

from domain.shared.errors import ConflictOfInterest, MissingInformation
from domain.shared.said import require_provenance, require_said
from domain.shared.two_people import require_second_person
from domain.shared.vocabulary import Subject

MORGAN, ROBIN = Subject("morgan"), Subject("robin")


def test_all_that_is_left_blank_is_named_at_once() -> None:
    with pytest.raises(MissingInformation) as refused:
        require_said(why=" \n", who="Morgan", how="", whence=None)

    assert refused.value.details["missing"] == ["why", "how", "whence"]


def refusal_of(text: str | None) -> MissingInformation | None:
    try:
        require_said(why=text)
    except MissingInformation as refused:
        return refused
    return None


@pytest.mark.parametrize("text", ["Ill.", " No", "0", "Ask her.\n"])
def test_what_is_said_in_one_word_is_said(text: str) -> None:
    assert refusal_of(text) is None
    assert refusal_of(text[:0]) is not None


@pytest.mark.parametrize(
    ("source", "approved_by", "missing"),
    [
        ("", None, ["source", "approved_by"]),
        ("Minutes of 4 March", None, ["approved_by"]),
        (" ", MORGAN, ["source"]),
        ("Minutes of 4 March", Subject(" "), ["approved_by"]),
    ],
)
def test_without_source_or_approver_both_are_named(
    source: str, approved_by: Subject | None, missing: list[str]
) -> None:
    with pytest.raises(MissingInformation) as refused:
        require_provenance(source, approved_by)

    assert refused.value.details["missing"] == missing


def test_who_approved_it_is_handed_on() -> None:
    assert require_provenance("Minutes of 4 March", MORGAN) == MORGAN


def test_nobody_approves_what_they_enter() -> None:
    require_second_person(MORGAN, ROBIN)
    with pytest.raises(ConflictOfInterest):
        require_second_person(MORGAN, MORGAN)
