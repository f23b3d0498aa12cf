"""What a child could be recognised by is found however it is written, and nothing else is."""

import pytest

from application.referral.scan import fields_with_identifiers
from domain.case.marks import Mark, MarkKind

RELATIVE, ADDRESS, POSTCODE, SCHOOL, NUMBER = (
    Mark(kind=MarkKind.RELATIVE, text="Aunt Peregrine Thornbury-Vale"),
    Mark(kind=MarkKind.ADDRESS, text="14 Larkspur Rise"),
    Mark(kind=MarkKind.POSTCODE, text="DE21 7QX"),
    Mark(kind=MarkKind.SCHOOL, text="Saint Wilfreda's High School"),
    Mark(kind=MarkKind.NUMBER, text="999 123 4567"),
)
ALL = (RELATIVE, ADDRESS, POSTCODE, SCHOOL, NUMBER)


def finds(text: str) -> bool:
    return fields_with_identifiers({"summary": text}, ALL) == ["summary"]


@pytest.mark.covers("4-110", "4-264")
@pytest.mark.parametrize(
    "text",
    [
        "Sees PEREGRINE at weekends.",
        "Stays with the Thornbury-Vales' cousin, Thornbury Vale.",
        "Lives at 14, Larkspur Rise.",
        "A house in Larkspur.",
        "Near de217qx.",
        "Goes to saint wilfreda\u2019s.",
        "Wilfreda\u200b's is close by",
        "A friend from Wilfreda.",
        "NHS 9991234567",
        "NHS 999-123-4567",
        "nhs999-123-4567",
        "Write to tthornbury@school.example.",
        "MsPeregrine called.",
    ],
)
def test_a_relative_a_street_a_school_or_a_number_is_found(text: str) -> None:
    assert finds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Goes to a high school up the road, and would like to stay at it.",
        "One of fourteen; the rise in her confidence is plain.",
        "Settles best with one steady adult.",
        "Flat 19991234567 is no number of hers.",
    ],
)
def test_words_that_stand_in_many_names_tell_nothing(text: str) -> None:
    assert not finds(text)


BO = (Mark(kind=MarkKind.NAME, text="Bo Li-Ng"), Mark(kind=MarkKind.RELATIVE, text="Jo of Hale"))


@pytest.mark.covers("4-110", "R-97")
@pytest.mark.parametrize(
    "text", ["Bo likes cooking.", "Ask for LI.", "Nan Ng calls.", "jo's house"]
)
def test_a_name_of_two_letters_is_found_where_it_is_a_word(text: str) -> None:
    assert fields_with_identifiers({"note": text}, BO) == ["note"]


@pytest.mark.parametrize(
    "text", ["Likes both, and joins in.", "A list of boxes.", "Out of school; engaged.", "of"]
)
def test_two_letters_within_a_word_or_of_any_text_are_no_name(text: str) -> None:
    assert fields_with_identifiers({"note": text}, BO) == []


TED = (Mark(kind=MarkKind.NAME, text="Ted Penn"),)


@pytest.mark.parametrize("text", ["Two Teds.", "ted123", "4Ted", "MrTed came."])
def test_a_short_name_is_found_with_a_title_a_number_or_in_the_plural(text: str) -> None:
    assert fields_with_identifiers({"summary": text}, TED) == ["summary"]


@pytest.mark.parametrize("text", ["It was granted.", "An open door.", "He waited.", "A teddy."])
def test_a_short_name_within_a_word_is_no_name(text: str) -> None:
    assert not fields_with_identifiers({"summary": text}, TED)
