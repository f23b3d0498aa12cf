"""Which codes may be chosen on a day, and what is said of those that may not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from domain.shared.code_lists import (
    CodeLists,
    CodeNotInForce,
    Entry,
    ListName,
    each_of,
    require_codes_in_force,
)

DAY = date(2026, 3, 2)
NEEDS = ListName.NEEDS


def lists(*needs: Entry) -> CodeLists:
    return CodeLists(lists={NEEDS: needs})


def entry(code: str = "trauma", from_: date | None = None, until: date | None = None) -> Entry:
    return Entry(code=code, label="As the council says it", from_=from_, until=until)


def may_be_chosen(held: CodeLists, code: str, day: date = DAY) -> bool:
    return not held.not_in_force(NEEDS, {"/needs/0": code}, day)


@pytest.mark.covers("R-31", "R-63")
def test_a_code_of_the_list_may_be_chosen_and_another_may_not() -> None:
    assert may_be_chosen(lists(entry()), "trauma")
    assert not may_be_chosen(lists(entry()), "trawma")


@given(days=some.integers(min_value=-400, max_value=400))
@pytest.mark.covers("R-63")
def test_a_code_holds_from_its_day_to_the_day_before_its_end(days: int) -> None:
    since, until, day = DAY, DAY + timedelta(days=90), DAY + timedelta(days=days)

    assert may_be_chosen(lists(entry(from_=since, until=until)), "trauma", day) is (0 <= days < 90)


@pytest.mark.covers("R-63")
def test_a_list_that_an_edition_has_not_got_is_not_looked_up() -> None:
    assert may_be_chosen(CodeLists(), "whatever")


def test_what_was_not_sent_is_not_looked_up() -> None:
    assert not lists(entry()).not_in_force(NEEDS, {"/needs/0": None}, DAY)


@pytest.mark.covers("R-63")
def test_every_code_that_is_not_in_force_is_named_by_its_field_and_never_echoed() -> None:
    sent = each_of("/needs", ["trauma", "otter_thistlewick", "autism"])
    found = lists(entry("autism", until=DAY), entry()).not_in_force(NEEDS, sent, DAY)

    with pytest.raises(CodeNotInForce) as refusal:
        require_codes_in_force(found)

    assert refusal.value.details["fields"] == {"/needs/1": "needs", "/needs/2": "needs"}
    assert "otter" not in str(refusal.value)


def test_a_code_stands_in_its_list_once_and_ends_after_it_begins() -> None:
    with pytest.raises(ValidationError):
        lists(entry(), entry(until=DAY))
    with pytest.raises(ValidationError):
        entry(from_=DAY, until=DAY)
