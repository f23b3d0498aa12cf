"""What begins anew once a provider has moved a child to another of its homes."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.placement import PlacementEvent
from domain.placement.approving import ApprovalKind
from domain.placement.case_clocks import case_clocks
from domain.placement.clocks import clocks
from domain.placement.events import (
    ApprovalGranted,
    AreaAuthorityNotified,
    NotificationSent,
)
from domain.placement.notifying import AreaContent, Means, Recipient, RecipientKind
from domain.shared.envelope import GssCode
from domain.shared.geography import ApprovalNeeded
from domain.shared.moments import london_day
from domain.shared.vocabulary import Locality, Subject
from tests.domain.placement.test_moving_within_a_provider import ON, moved, to
from tests.support.clocks import TERMS
from tests.support.placements import START, history, started
from tests.support.visits import WORKER, child, visited

AWAY = to(locality=Locality.ADJOINING)
LATE = ON + timedelta(days=2)


def standing(code: str, *events: PlacementEvent) -> list[tuple[date, str]]:
    """Of one code the days on which clocks fall due, and how each stands."""
    held = history(*events)
    found = [*clocks(held, TERMS), *case_clocks(held, TERMS, child())]
    return [(london_day(e.due.at), e.outcome.value) for e in found if e.code == code]


def told(kind: RecipientKind, on: date) -> NotificationSent:
    return NotificationSent(to=Recipient(kind=kind), on=on, means=Means.LETTER, by=WORKER)


def area_told(on: date) -> AreaAuthorityNotified:
    return AreaAuthorityNotified(
        council=GssCode("E10000007"),
        on=on,
        means=Means.EMAIL,
        contents=tuple(AreaContent),
        by=WORKER,
    )


def of_the_gp(*events: PlacementEvent) -> list[str]:
    found = case_clocks(history(*events), TERMS, child())
    return [e.outcome.value for e in found if e.key.startswith("C-NOTIF-5WD:gp:")]


@pytest.mark.covers("R-181")
def test_the_child_is_seen_within_a_week_in_the_new_home() -> None:
    week = timedelta(days=7)
    first = standing("C-VISIT-1W", started(), visited(START), moved())
    assert first == [(START + week, "met"), (ON + week, "running")]
    seen = standing("C-VISIT-1W", started(), visited(START), moved(), visited(LATE))
    assert seen[-1] == (ON + week, "met")


@pytest.mark.covers("R-181")
def test_a_plan_for_the_new_home_is_signed_anew() -> None:
    begun = standing("C-PLAN-5WD", started(), moved())
    assert [outcome for _, outcome in begun] == ["stopped", "running"]


@pytest.mark.covers("6-52", "R-181")
def test_who_was_told_of_the_old_home_is_told_of_the_new_one() -> None:
    gp = RecipientKind.GP
    before = (started(), told(gp, START))
    assert of_the_gp(*before) == ["met"]
    assert of_the_gp(*before, moved()) == ["met", "running"]
    assert of_the_gp(*before, moved(), told(gp, LATE)) == ["met", "met"]


@pytest.mark.covers("6-52", "R-181")
def test_the_authority_of_the_new_area_is_told_from_the_move_on() -> None:
    beyond: dict[str, Any] = {"to": AWAY, "same_area": False}
    assert standing("C-AREA-5WD", started(), moved()) == []
    ((_, running),) = standing("C-AREA-5WD", started(), moved(**beyond))
    assert running == "running"
    history_of_word = (started(), area_told(START), moved(**beyond))
    assert standing("C-AREA-5WD", *history_of_word)[-1][1] == "running"
    assert standing("C-AREA-5WD", *history_of_word, area_told(LATE))[-1][1] == "met"


@pytest.mark.covers("R-180")
def test_where_the_new_home_lies_is_to_be_approved_by_the_move() -> None:
    unapproved = moved(approval_needed=ApprovalNeeded.NOMINATED_OFFICER, same_area=False, to=AWAY)
    assert standing("C-OOA-APPR", started(), unapproved) == [(ON, "running")]
    given = ApprovalGranted(
        kind=ApprovalKind.OUT_OF_AREA,
        emergency=False,
        outstanding=(),
        by=Subject("head"),
        role="nominated_officer",
    )
    assert standing("C-OOA-APPR", started(), unapproved, given) == [(ON, "met")]
    assert standing("C-OOA-APPR", started(), given, unapproved) == [(ON, "running")]
    near = moved(approval_needed=ApprovalNeeded.NOMINATED_OFFICER, same_area=True, to=AWAY)
    assert standing("C-OOA-APPR", started(), near) == []
    unasked = started(approval_needed=ApprovalNeeded.NOMINATED_OFFICER)
    assert standing("C-OOA-APPR", unasked, moved()) == [(START, "stopped")]


def test_the_package_is_reviewed_as_before() -> None:
    assert standing("C-PKG-2W", started(), moved()) == standing("C-PKG-2W", started())
