"""What an officer denied lets nothing go further, until somebody who is there gives it."""

from collections.abc import Sequence

import pytest

from domain import referral
from domain.referral.approvals import denied
from domain.referral.codes import BypassReason
from domain.referral.commands.emergency import PublishEmergency
from domain.referral.commands.spoken import DenySpoken, GiveAnew
from domain.referral.errors import SpokenApprovalNotOwned
from domain.referral.events import ReferralEvent
from domain.referral.events.in_house import InHouseBypassApproved
from domain.referral.events.spoken import SpokenApprovalGivenAnew
from domain.referral.spoken import Spoken, SpokenAct
from domain.referral.stages import Stage
from domain.shared.errors import ConflictOfInterest, NotFound, NotPermitted, WrongState
from domain.shared.vocabulary import Subject
from tests.domain.referral.test_in_an_emergency import minimum
from tests.support.referrals import (
    BROKER,
    CASEWORKER,
    HEAD,
    MANAGER,
    NOW,
    OAK,
    accepted,
    approved,
    drafted,
    invitee,
    publish,
    submitted,
    until_preferred,
    written,
)
from tests.support.scenario import Case

case = Case(referral.decider)
WORD = Spoken(at=NOW, recorded_by=BROKER)
OTHER = Subject("other-manager")
GIVEN = SpokenApprovalGivenAnew(number=2, act=SpokenAct.IN_HOUSE_BYPASS, by=OTHER)


def by_telephone() -> list[ReferralEvent]:
    """Three words, in the order in which they were written down."""
    bypassed = InHouseBypassApproved(
        reason=BypassReason.EMERGENCY, text="Nobody tonight.", by=MANAGER, spoken=WORD
    )
    return [
        drafted(emergency=True),
        written(),
        submitted().model_copy(update={"spoken": WORD}),
        accepted(),
        bypassed,
        approved().model_copy(update={"spoken": WORD}),
    ]


def with_denials(*numbers: int) -> Sequence[ReferralEvent]:
    history = by_telephone()
    for number in numbers:
        officer = HEAD if number == 3 else MANAGER
        deny = DenySpoken(number=number, text="I was not asked.", by=officer)
        history += referral.decider.decide(referral.decider.replay(history), deny)
    return history


def anew(number: int = 2, role: str = "team_manager", by: Subject = OTHER) -> GiveAnew:
    return GiveAnew(number=number, role=role, by=by)


tonight = PublishEmergency(publication=publish(invitee(OAK)), pack=minimum())


@pytest.mark.covers("R-173", "R-104")
def test_nothing_is_published_on_words_that_were_denied_and_all_of_them_are_named() -> None:
    assert referral.decider.decide(referral.decider.replay(by_telephone()), tonight)
    state = referral.decider.replay(with_denials(1, 2, 3))
    for publication in (tonight, publish(invitee(OAK))):
        with pytest.raises(SpokenApprovalNotOwned) as refusal:
            referral.decider.decide(state, publication)
        assert refusal.value.details["acts"] == ["submission", "in_house_bypass", "external_search"]


@pytest.mark.covers("R-173")
def test_it_goes_on_once_an_officer_who_is_there_gives_what_was_denied() -> None:
    history = with_denials(2)
    case.given(*history).when(anew()).then(GIVEN)
    case.given(*history).when(anew(by=MANAGER)).then(GIVEN.model_copy(update={"by": MANAGER}))
    state = referral.decider.replay([*history, GIVEN])
    assert isinstance(state, Stage)
    assert not denied(state.facts.approvals, SpokenAct.IN_HOUSE_BYPASS)
    assert referral.decider.decide(state, tonight)
    case.given(*history, GIVEN).when(anew()).then_refused(WrongState)


@pytest.mark.covers("R-173", "R-104")
def test_it_is_given_anew_by_day_rules_and_by_nobody_who_asked_for_it() -> None:
    gone = case.given(*with_denials(2))
    gone.when(anew(role="broker")).then_refused(NotPermitted)
    gone.when(anew(by=CASEWORKER)).then_refused(ConflictOfInterest)
    gone.when(anew(by=Subject("Broker"))).then_refused(ConflictOfInterest)
    gone.when(anew(by=HEAD)).then_refused(ConflictOfInterest)
    gone.when(anew(number=1)).then_refused(WrongState)
    gone.when(anew(number=9)).then_refused(NotFound)
    case.given(*by_telephone()).when(anew()).then_refused(WrongState)
    chosen = [drafted(emergency=True), *until_preferred()[1:]]
    case.given(*chosen).when(anew()).then_refused(WrongState)
