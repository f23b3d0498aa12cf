"""A copy that may be read outside holds nothing that the child could be known by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.referral.redacting import TAKEN, redacted
from application.referral.scan import fields_with_identifiers
from domain.case.marks import Mark, MarkKind

MARKS = (
    Mark(kind=MarkKind.NAME, text="Zoë O'Hara-Finch"),
    Mark(kind=MarkKind.RELATIVE, text="Marguerite Finch"),
    Mark(kind=MarkKind.SCHOOL, text="Larkspur Sixth Form"),
    Mark(kind=MarkKind.ADDRESS, text="14 Teasel Road"),
    Mark(kind=MarkKind.POSTCODE, text="DE1 2GQ"),
    Mark(kind=MarkKind.NUMBER, text="999 000 0018"),
    Mark(kind=MarkKind.BIRTH, text="2009-12-24"),
)
PLANTED = [
    "ZOE", "zoë", "Hara", "Marguerite", "Larkspur", "14, Teasel Road", "9990000018",
    "_Marguerite_", "Margue-\nrite", "24/12/2009", "24.12.09", "2009-12-24",
    "24th of December 2009", "December 24, 2009", "24 Dec 09",
]  # fmt: skip


@pytest.mark.covers("4-110", "R-30")
@pytest.mark.parametrize("planted", PLANTED)
def test_what_identifies_the_child_is_taken_however_it_is_written(planted: str) -> None:
    copy = redacted(f"She said that {planted} knows.", MARKS)

    assert copy.text.replace("_", "") == f"She said that {TAKEN} knows."
    assert copy.taken == 1


@pytest.mark.covers("4-110", "R-30")
def test_a_name_is_taken_though_something_was_written_straight_after_it() -> None:
    assert "arguerite" not in redacted("Name:MargueriteBorn in Derby", MARKS).text


def test_a_day_that_is_not_the_birthday_stays() -> None:
    assert redacted("From 25/12/2009, and on 24/12/2010.", MARKS).taken == 0


def test_what_the_reader_names_is_taken_too() -> None:
    assert redacted("Ask Mr Oduya of the club.", MARKS, ["Oduya"]).text == (
        f"Ask Mr {TAKEN} of the club."
    )


def test_a_hidden_letter_does_not_hide_a_name() -> None:
    assert "M" not in redacted("Mar\u200bguerite", MARKS).text


@pytest.mark.covers("4-110", "R-30")
@given(
    pieces=st.lists(st.sampled_from([*PLANTED, "a plan", "ﬁnch", "\u00ad", "e\u0301", " ", "é"]))
)
def test_nothing_that_the_scan_would_find_is_left(pieces: list[str]) -> None:
    copy = redacted(" ".join(pieces), MARKS)

    assert fields_with_identifiers({"copy": copy.text}, MARKS) == []
