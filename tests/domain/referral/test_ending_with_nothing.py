"""A search ends with nothing: it is closed unfilled, or its draft was left too long."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from domain import referral
from domain.referral import ReferralEvent
from domain.referral.chronology import StageName, stages
from domain.referral.clocks import clocks
from domain.referral.codes import LapseReason, OutcomeForChild
from domain.referral.commands.closing import CloseUnfilled, ExpireDraft
from domain.referral.events.closing import DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import OfferLapsed
from domain.referral.stages import Asked
from domain.shared.clocks import Outcome
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.moments import end_of_day
from tests.domain.referral.test_triage import returned
from tests.support.clocks import TERMS
from tests.support.referrals import (
    ELM,
    MANAGER,
    NOW,
    OAK,
    drafted,
    late_offer,
    offer_of,
    recorded,
    submit_offer,
    submitted,
    until_evaluating,
    until_published,
    until_submitted,
    written,
)
from tests.support.scenario import Case

case = Case(referral.decider)

close = CloseUnfilled(
    outcome=OutcomeForChild.WITH_FAMILY, text="She stays with her aunt.", by=MANAGER
)
closed = ReferralClosedUnfilled(**dict(close))


def test_giving_up_says_what_became_of_the_child_and_lets_open_offers_lapse() -> None:
    lapsed = OfferLapsed(
        offer_id=offer_of(OAK), provider_id=OAK, reason=LapseReason.CLOSED_UNFILLED
    )
    case.given(*until_evaluating(OAK)).when(close).then(closed, lapsed)
    case.given(*until_submitted()).when(close).then(closed)
    wordless = close.model_copy(update={"text": " "})
    case.given(*until_submitted()).when(wordless).then_refused(MissingInformation)


def test_what_was_never_asked_for_or_is_over_is_not_closed() -> None:
    for history in ([drafted()], [*until_submitted(), closed], [drafted(), DraftExpired()]):
        case.given(*history).when(close).then_refused(WrongState)


def test_an_offer_after_the_closing_is_late() -> None:
    over = [*until_published(OAK, ELM), closed]
    case.given(*over).when(submit_offer(OAK)).then(late_offer(OAK, at=NOW))
    state = referral.decider.replay(over)
    assert isinstance(state, Asked)


def test_a_draft_that_was_never_submitted_expires() -> None:
    case.given(drafted(), written()).when(ExpireDraft()).then(DraftExpired())
    case.given(*until_submitted()).when(ExpireDraft()).then_refused(WrongState)
    case.given(*until_submitted(), returned).when(ExpireDraft()).then_refused(WrongState)


@pytest.mark.covers("C-DRAFT", "R-53")
def test_a_draft_waits_28_days_from_when_it_was_last_written_on() -> None:
    history: Sequence[ReferralEvent] = [drafted(), written()]
    found = clocks(recorded(history, every=timedelta(days=5)), TERMS)
    (clock,) = found
    day = (NOW + timedelta(days=33)).date()
    assert (clock.code, clock.due.at) == ("C-DRAFT", end_of_day(day))

    (met, _) = clocks(recorded([*history, submitted()]), TERMS)
    assert met.outcome is Outcome.MET
    (expired,) = clocks(recorded([*history, DraftExpired()]), TERMS)
    assert expired.outcome is Outcome.STOPPED


@pytest.mark.covers("R-53")
def test_what_came_back_to_its_writer_has_no_clock_to_expire_by() -> None:
    history: Sequence[ReferralEvent] = [*until_submitted(), returned, written()]
    found = [clock for clock in clocks(recorded(history), TERMS) if clock.code == "C-DRAFT"]
    assert [clock.outcome for clock in found] == [Outcome.MET]


def test_both_ends_are_stages() -> None:
    assert stages(recorded([*until_submitted(), closed]))[-1].stage is StageName.CLOSED_UNFILLED
    assert stages(recorded([drafted(), DraftExpired()]))[-1].stage is StageName.EXPIRED
