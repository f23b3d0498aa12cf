"""Every event has a sentence, which fills with what the event says and tells nothing sealed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from string import Formatter
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from application.case.sentences import SENTENCES, sentence
from application.case.sentences.wording import in_words, tell
from domain.case.codes import CeasingReason
from domain.case.events import (
    AllocationEnded,
    ChildAway,
    IdentityAmended,
    StatutoryReviewScheduled,
    UnaccompaniedRecorded,
)
from domain.case.identity import IdentityChange
from domain.case.people import AllocationKind
from domain.case.review import ReviewId
from domain.placement import PlacementCommand, decider
from domain.shared.breaches import Breach
from domain.shared.errors import CaseworkError
from domain.shared.messages import Event
from infrastructure.event_store.catalogue import SHIPPED
from tests.support import cases, placements, referrals
from tests.support.placement_stories import stories

DAY = date(2026, 3, 2)
BREACH = Breach(code="OVER_CAPACITY", cites="docs/domain/02, 2.9", detail="One too many")

TOLD: Sequence[Event] = (
    cases.case_opened(),
    IdentityAmended(
        change=IdentityChange(full_name="Someone Secret"),
        reason="Spelt wrongly",
        amended_by=cases.WORKER,
    ),
    UnaccompaniedRecorded(until=None),
    cases.allocated(),
    cases.iro_assigned(),
    AllocationEnded(kind=AllocationKind.TEAM, on=DAY, ended_by=cases.MANAGER),
    cases.became(),
    cases.changed(DAY),
    cases.ceased(DAY, CeasingReason.MOVED_ABROAD),
    cases.corrected(cases.began(), cases.began(date(2026, 3, 3))),
    cases.matrix(21),
    StatutoryReviewScheduled(review_id=ReviewId(UUID(int=9)), on=DAY),
    cases.reviewed(DAY),
    cases.missing(DAY),
    ChildAway(since=DAY),
    cases.returned(DAY),
    *referrals.until_authorised(),
    referrals.late_offer(),
    referrals.declined(),
    referrals.viewed(),
    referrals.silent(),
    *placements.prepared(),
    placements.start_agreed(),
    placements.started(breaches=(BREACH,)),
)


def test_every_stored_name_has_a_sentence() -> None:
    assert set(SENTENCES) == set(SHIPPED.classes.values())


@pytest.mark.parametrize("event", TOLD, ids=lambda event: event.stored_as)
def test_a_sentence_is_filled_and_plain(event: Event) -> None:
    text = sentence(event)

    assert text.endswith(".")
    assert not set("{}<>_[]") & set(text.partition(" This broke ")[0])


@given(stories)
def test_whatever_happens_to_a_placement_is_told(story: Sequence[PlacementCommand]) -> None:
    history: list[Any] = []
    for command in story:
        try:
            history += decider.decide(decider.replay(history), command)
        except CaseworkError:
            continue

    assert all(sentence(event) for event in history)


def test_templates_name_only_fields_that_their_events_have() -> None:
    for event_class, told in SENTENCES.items():
        if isinstance(told, str):
            for field in _fields_of(told):
                assert field in event_class.model_fields, (event_class, field)


def test_an_amendment_says_what_was_changed_and_not_to_what() -> None:
    text = sentence(TOLD[1])

    assert text == "Put right or added to: full name."


def test_what_a_fact_broke_is_told_with_it() -> None:
    assert sentence(placements.started(breaches=(BREACH,))).endswith(" This broke OVER_CAPACITY.")


def test_days_times_codes_and_money_read_as_people_say_them() -> None:
    assert in_words(datetime(2026, 7, 1, 1, 10, tzinfo=UTC)) == "1 July 2026 at 02:10"
    assert in_words(date(2026, 7, 1)) == "1 July 2026"
    assert in_words(CeasingReason.MOVED_ABROAD) == "moved abroad"
    assert in_words(None) == "not stated"
    assert in_words(("a", "b")) == "a, b"
    assert tell("{a:money} {b:hours} {c:code}", a=123_456, b=21, c="by_the_book") == (
        "£1,234.56 10.5 by the book"
    )


def _fields_of(template: str) -> Sequence[str]:
    named = (name for _, name, _, _ in Formatter().parse(template) if name)
    return [name.split(".")[1] for name in named]
