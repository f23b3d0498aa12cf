"""A release that keeps more clocks completes the editions that never heard of them."""

from collections.abc import Sequence
from datetime import date

import pytest

from application.reference.completing import completed
from domain.reference import decider
from domain.reference.chronology import edition_in_force
from domain.reference.commands import PublishClockLimits
from domain.reference.events import ClockLimitsPublished, ReferenceEvent
from domain.shared.clock_catalogue import C_IPASIGN, C_TRIAGE, FIRST_EDITION
from domain.shared.deadlines import Limit, Unit
from tests.support.clocks import log
from tests.support.references import publish_limits

THREE_DAYS = Limit(number=3, unit=Unit.WORKING_DAYS)
SHIPPED = publish_limits("shipped")


def lacking(edition: str, since: date) -> PublishClockLimits:
    """An edition from before C-IPASIGN was kept, with a triage of the council's own."""
    known = {code: limit for code, limit in FIRST_EDITION.items() if code != C_IPASIGN}
    limits = {**known, C_TRIAGE: THREE_DAYS}
    return SHIPPED.model_copy(update={"edition": edition, "in_force_from": since, "limits": limits})


def published(
    *commands: PublishClockLimits, onto: Sequence[ReferenceEvent] = ()
) -> list[ReferenceEvent]:
    history = list(onto)
    for command in commands:
        history += decider.decide(decider.replay(history), command)
    return history


@pytest.mark.covers("R12", "R-31")
def test_what_an_edition_lacks_is_taken_from_the_shipped_one_and_the_rest_stays() -> None:
    before = published(lacking("first", date(2026, 1, 1)), lacking("second", date(2026, 6, 1)))

    after = published(*completed(before, SHIPPED), onto=before)

    for day in (date(2026, 3, 1), date(2026, 7, 1)):
        edition = edition_in_force(log(*after), day)
        assert isinstance(edition, ClockLimitsPublished)
        assert edition.limits[C_IPASIGN] == FIRST_EDITION[C_IPASIGN]
        assert edition.limits[C_TRIAGE] == THREE_DAYS


def test_complete_editions_are_left_alone() -> None:
    assert completed(published(SHIPPED), SHIPPED) == []


def test_completing_again_adds_nothing() -> None:
    before = published(lacking("first", date(2026, 1, 1)))
    after = published(*completed(before, SHIPPED), onto=before)

    assert completed(after, SHIPPED) == []
