"""A name is found by each of its parts; somebody who is described, by the whole description."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.concern.describing import telling
from application.concern.naming import stands_in, subjects
from domain.concern.state import Facts
from tests.application.concern.test_what_a_provider_reads import raised, triaged


def names(subject: str, text: str) -> bool:
    return stands_in(text, [*subjects(Facts(raised("Held.", subject)))])


@pytest.mark.covers("R-236")
@pytest.mark.parametrize(
    "described",
    [
        "The night manager",
        "the cook for now",
        "Her mother's boyfriend",
        "An agency worker on shift that night",
        "The Deputy Team Leader",
        "a member of staff",
    ],
)
def test_a_description_keeps_nothing_from_being_shared_but_itself(described: str) -> None:
    plain = "We look into how a child was held on the night of 9 March. Please keep the rota of "
    plain += "that night for now; a manager, the staff team and the cook will each be asked "
    plain += "of a child's day."
    assert not names(described, plain)
    assert names(described, f"It is said of {described.lower()}.")


@pytest.mark.covers("R-236")
@pytest.mark.parametrize(
    ("subject", "text", "told"),
    [
        ("Morgan Underhill, the night manager", "Ask morgan.", True),
        ("Morgan Underhill, the night manager", "The night manager was asked.", False),
        ("Agency cook Morgan", "It is about Morgan.", True),
        ("Grace Cook", "Mr Bell and Mrs Cook were there.", True),
        ("Mr Porter", "Porter was there.", True),
        ("Uncle Bo", "Bo was there.", True),
        ("Uncle Bo", "An uncle was there.", False),
    ],
)
def test_a_name_within_a_description_tells_and_a_surname_that_is_a_job(
    subject: str, text: str, *, told: bool
) -> None:
    assert names(subject, text) is told


@pytest.mark.covers("R-227", "R-236")
@given(
    st.from_regex(r"[A-Z][bdfgklm][aeo][zqxv][a-z]{2,6}( [A-Z]z[aeo][a-z]{2,6})?", fullmatch=True)
)
def test_every_part_of_what_is_no_word_tells(name: str) -> None:
    assert telling(name) == tuple(name.split())
    assert all(names(name, f"We ask {part}.") for part in name.split())


@pytest.mark.covers("R-227")
def test_whom_it_was_first_said_to_be_against_is_looked_for_as_well() -> None:
    facts = Facts(raised("Held.", "Morgan Underhill"), triage=triaged("Robin Quillfeather"))
    marks = [*subjects(facts)]
    assert [stands_in(f"Ask {each}.", marks) for each in ("Underhill", "Robin", "us")] == [
        *(True, True, False)
    ]
