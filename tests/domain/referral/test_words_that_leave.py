"""Words by which the child could be recognised are refused as decisions, and kept as facts."""

from collections.abc import Sequence
from typing import Any

import pytest

from domain import referral
from domain.referral.commands.funding import (
    AgreeShare,
    AuthoriseFunding,
    DeclineFunding,
    DisputeShare,
)
from domain.referral.commands.market import RecordTelephoneContact
from domain.referral.commands.offers import AdmitLateOffers
from domain.referral.commands.resharing import CorrectWithdrawal, DeclineSplit
from domain.referral.errors import RedactionNotConfirmed
from domain.referral.events import ReferralEvent
from domain.referral.events.market import TelephoneContactRecorded
from domain.referral.questions import ContactOutcome
from tests.support.on_the_market import SOON, answer, asked
from tests.support.referrals import (
    BROKER,
    ELM,
    HEAD,
    OAK,
    funding_requested,
    late_offer,
    request_funding,
    until_authorised,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
waiting = [*until_preferred(), funding_requested()]
ICB = "derby_and_derbyshire_icb"


@pytest.mark.covers("R-97")
@pytest.mark.parametrize(
    ("history", "command"),
    [
        ([*until_published(OAK), asked()], answer()),
        ([*until_evaluating(OAK, ELM), late_offer(ELM)], AdmitLateOffers(reason="r", by=HEAD)),
        (until_preferred(), request_funding()),
        (waiting, AuthoriseFunding(by=HEAD, limit=None)),
        (waiting, DeclineFunding(reason="too_dear", by=HEAD)),
        (waiting, AgreeShare(funder=ICB, by=HEAD)),
        (waiting, DisputeShare(funder=ICB, reason="x", by=HEAD)),
        (until_authorised(), DeclineSplit(reason="x", by=HEAD)),
        (
            until_authorised(),
            CorrectWithdrawal(funder=ICB, since=None, reason="r", approved_by=HEAD, by=BROKER),
        ),
    ],
)
def test_a_decision_in_words_that_tell_of_the_child_is_refused_by_field(
    history: Sequence[ReferralEvent], command: Any
) -> None:
    telling = command.model_copy(update={"would_tell": ("text",)})
    with pytest.raises(RedactionNotConfirmed) as refusal:
        referral.decider.decide(referral.decider.replay(history), telling)
    assert refusal.value.details["fields"] == ["text"]


def test_what_was_said_by_telephone_is_recorded_with_what_it_broke() -> None:
    called = RecordTelephoneContact(
        provider_id=OAK,
        at=SOON,
        outcome=ContactOutcome.SPOKE,
        note="Her aunt called.",
        by=BROKER,
        would_tell=("note",),
    )
    (noted,) = referral.decider.decide(referral.decider.replay(until_published(OAK)), called)
    assert isinstance(noted, TelephoneContactRecorded)
    assert [each.code for each in noted.breaches] == ["REDACTION_NOT_CONFIRMED"]
