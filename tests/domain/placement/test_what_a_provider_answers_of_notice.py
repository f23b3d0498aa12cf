"""A provider answers for itself whether a notice ends sooner, later or not at all."""

from datetime import date
from typing import Any

import pytest

from domain import placement
from domain.placement.commands import AgreeOtherEnd, AnswerOnNotice, WithdrawNotice
from domain.placement.errors import NoticeIncomplete
from domain.placement.events import (
    NoticeShortenedByAgreement,
    NoticeWithdrawn,
    ProviderAnsweredOnNotice,
)
from domain.placement.notice_answers import NoticeChangeKind
from domain.shared.errors import EffectiveBeforeStream, NotPermitted, WrongState
from domain.shared.vocabulary import Subject
from tests.support.placements import BROKER, MANAGER, notice_served, started
from tests.support.scenario import Case

case = Case(placement.decider)
PRIYA = Subject("priya-provider")
SOONER, PAID = date(2026, 4, 13), date(2026, 4, 20)


def facts(**more: Any) -> dict[str, Any]:
    plain = {
        "notice": 1,
        "change": NoticeChangeKind.SHORTEN,
        "agrees": True,
        "earliest_end": SOONER,
        "pay_until": PAID,
        "at": date(2026, 4, 3),
        "by": PRIYA,
    }
    return plain | more


def answer(**more: Any) -> AnswerOnNotice:
    return AnswerOnNotice(**facts(**more))


def answered(**more: Any) -> ProviderAnsweredOnNotice:
    return ProviderAnsweredOnNotice(**facts(**more))


def shorten(pay_until: date = PAID) -> AgreeOtherEnd:
    return AgreeOtherEnd(
        notice=1,
        sooner=True,
        agreed_on=date(2026, 4, 4),
        earliest_end=SOONER,
        pay_until=pay_until,
        reason="A place is free.",
        written=True,
        provider_agreed=None,
        approved_by=MANAGER,
        looked_after=False,
        by=BROKER,
    )


def withdraw() -> WithdrawNotice:
    return WithdrawNotice(
        notice=1,
        on=date(2026, 4, 5),
        reason="More hours.",
        provider_agreed=None,
        approved_by=MANAGER,
        by=BROKER,
    )


def decided(*past: placement.PlacementEvent, command: placement.PlacementCommand) -> Any:
    (event,) = placement.decider.decide(placement.decider.replay(past), command)
    return event


@pytest.mark.covers("R-208", "6-16")
def test_its_own_word_stands_for_the_provider_in_what_both_agree() -> None:
    case.given(started(), notice_served()).when(answer()).then(answered())
    shorter = decided(started(), notice_served(), answered(), command=shorten())

    assert isinstance(shorter, NoticeShortenedByAgreement)
    assert shorter.provider_agreed == PRIYA


@pytest.mark.covers("R-208", "6-16")
def test_a_word_is_to_just_this_and_the_last_one_counts() -> None:
    said = case.given(started(), notice_served(), answered())
    said.when(shorten(pay_until=date(2026, 4, 21))).then_refused(NotPermitted)
    said.when(withdraw()).then_refused(NotPermitted)
    no = answered(agrees=False, earliest_end=None, pay_until=None)
    case.given(started(), notice_served(), answered(), no).when(shorten()).then_refused(
        NotPermitted
    )


@pytest.mark.covers("R-208", "6-20")
def test_it_consents_to_taking_a_notice_back() -> None:
    yes = answered(change=NoticeChangeKind.WITHDRAW, earliest_end=None, pay_until=None)

    back = decided(started(), notice_served(), yes, command=withdraw())

    assert isinstance(back, NoticeWithdrawn)


def test_it_answers_for_a_notice_that_runs_with_the_days_that_it_agrees_to() -> None:
    served = case.given(started(), notice_served())

    served.when(answer(notice=2)).then_refused(WrongState)
    served.when(answer(pay_until=None)).then_refused(NoticeIncomplete)
    served.when(answer(at=date(2026, 3, 1))).then_refused(EffectiveBeforeStream)
