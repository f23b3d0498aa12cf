"""A provider that may be given nothing new is asked no longer, and never chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import provider
from domain.provider import ProviderCommand, ProviderEvent
from domain.provider.state import is_barred
from domain.referral import ReferralCommand, ReferralEvent, decider
from domain.referral.chronology import ProviderStanding, responses
from domain.referral.clocks import clocks
from domain.referral.codes import DeselectionReason, LapseReason, WithdrawnBecause
from domain.referral.commands.answers import CloseResponses
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.commands.standing_down import StandProviderDown
from domain.referral.events.answers import LateOfferReceived, ResponsesClosed
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.ending import OfferLapsed
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.stages import Referral
from domain.shared.admission import ProviderSuspended
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.clocks import ClockTerms, Outcome
from domain.shared.errors import CaseworkError
from domain.shared.vocabulary import ProviderId
from tests.support.providers import (
    ANOTHER_MANAGER,
    MANAGER,
    lift,
    march,
    provider_registered,
    suspend,
)
from tests.support.referrals import (
    BROKER,
    DEADLINE,
    ELM,
    LATE,
    NOW,
    OAK,
    home,
    invitation_of,
    late_offer,
    offer_of,
    offered,
    recorded,
    select,
    selected,
    silent,
    submit_offer,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case: Case[ReferralCommand, Referral, ReferralEvent] = Case(decider)
STAND_OAK_DOWN = StandProviderDown(provider_id=OAK, now=NOW)


def withdrawn(provider_id: ProviderId = OAK) -> InvitationWithdrawn:
    return InvitationWithdrawn(
        invitation_id=invitation_of(provider_id),
        provider_id=provider_id,
        reason=WithdrawnBecause.PROVIDER_SUSPENDED,
    )


def lapsed(provider_id: ProviderId = OAK) -> OfferLapsed:
    return OfferLapsed(
        offer_id=offer_of(provider_id),
        provider_id=provider_id,
        reason=LapseReason.PROVIDER_SUSPENDED,
    )


def asked(*history: ReferralEvent) -> Case[ReferralCommand, Referral, ReferralEvent]:
    return case.given(*until_published(OAK, ELM), *history)


@pytest.mark.covers("6-48")
def test_an_open_invitation_is_withdrawn_and_no_other() -> None:
    asked().when(STAND_OAK_DOWN).then(withdrawn())
    asked(withdrawn()).when(STAND_OAK_DOWN).then()


@pytest.mark.covers("6-48")
def test_pending_offers_are_let_go_late_ones_too() -> None:
    asked(offered()).when(STAND_OAK_DOWN).then(lapsed())
    asked(silent(), late_offer()).when(STAND_OAK_DOWN).then(lapsed())
    asked(offered(), lapsed()).when(STAND_OAK_DOWN).then()


@pytest.mark.covers("6-48")
def test_the_preferred_offer_is_left_to_a_decision() -> None:
    preferred = case.given(*until_preferred(OAK, ELM))

    preferred.when(STAND_OAK_DOWN).then()
    preferred.when(StandProviderDown(provider_id=ELM, now=NOW)).then(lapsed(ELM))


def test_who_was_not_asked_or_let_its_deadline_pass_is_not_asked_less() -> None:
    case.given(*until_published(ELM)).when(STAND_OAK_DOWN).then()
    asked().when(StandProviderDown(provider_id=OAK, now=LATE)).then()


@pytest.mark.covers("R-06")
def test_a_withdrawn_invitation_is_neither_waited_for_nor_silent() -> None:
    history = [*until_published(OAK, ELM), withdrawn(), offered(ELM)]
    close = CloseResponses(now=NOW)

    case.given(*history).when(close).then(ResponsesClosed())
    standings = {each.provider_id: each.standing for each in responses(recorded(history))}
    assert standings[OAK] is ProviderStanding.WITHDRAWN
    terms = ClockTerms(
        calendar=Calendar(edition="none", holidays=frozenset()), limits=FIRST_EDITION
    )
    (window,) = [each for each in clocks(recorded(history), terms) if str(OAK) in each.key]
    assert window.outcome is Outcome.STOPPED


@pytest.mark.covers("R-59")
def test_an_answer_to_a_withdrawn_invitation_is_recorded_as_late() -> None:
    barred_home = home(OAK, provider_suspended=True)
    state = decider.replay([*until_published(OAK, ELM), withdrawn()])

    (late,) = decider.decide(state, submit_offer(OAK, NOW, home=barred_home))

    assert isinstance(late, LateOfferReceived)
    assert [breach.code for breach in late.breaches] == ["PROVIDER_SUSPENDED"]


@pytest.mark.covers("6-48")
def test_nothing_of_a_barred_provider_is_chosen_even_support_without_a_home() -> None:
    choice = case.given(*until_evaluating(OAK))

    choice.when(select(provider_barred=True)).then_refused(ProviderSuspended)
    choice.when(select()).then(selected())


@dataclass(frozen=True)
class Market:
    """Oak's own history beside that of a search which has its offer."""

    oak: tuple[ProviderEvent, ...] = (provider_registered(),)
    search: tuple[ReferralEvent, ...] = tuple(until_evaluating(OAK))

    def ask_oak(self, command: ProviderCommand) -> "Market":
        state = provider.decider.replay(self.oak)
        return Market((*self.oak, *provider.decider.decide(state, command)), self.search)

    def ask_search(self, command: ReferralCommand) -> "Market":
        state = decider.replay(self.search)
        return Market(self.oak, (*self.search, *decider.decide(state, command)))


days = st.integers(1, 20).map(march)
people = st.sampled_from([MANAGER, ANOTHER_MANAGER])
of_oak = st.one_of(
    st.builds(lambda day, by: suspend(from_=day, by=by), days, people),
    st.builds(lambda day, by: lift(by=by, on=day), days, people),
)
let_go = DeselectPreferred(reason=DeselectionReason.IMPACT_ASSESSMENT_FAILED, by=BROKER)
of_search = st.sampled_from(["choose", "choose", "let go", "stand down"])


@pytest.mark.covers("6-48")
@given(st.lists(st.one_of(of_oak, of_search), max_size=12), st.integers(0, 6))
def test_no_sequence_of_commands_chooses_a_barred_provider(
    story: Sequence[ProviderCommand | str], days_on: int
) -> None:
    """Handlers say what the register says (see the journey); the domain does the refusing."""
    market, today = Market(), (DEADLINE + timedelta(days=days_on)).date()
    for step in story:
        barred = is_barred(provider.decider.replay(market.oak), today)
        before = len(market.search)
        try:
            if not isinstance(step, str):
                market = market.ask_oak(step)
            elif step == "choose":
                market = market.ask_search(select(provider_barred=barred))
            elif step == "let go":
                market = market.ask_search(let_go)
            elif barred:
                market = market.ask_search(StandProviderDown(provider_id=OAK, now=DEADLINE))
        except CaseworkError:
            continue
        chosen = [e for e in market.search[before:] if isinstance(e, PreferredOfferSelected)]
        assert not (chosen and barred)
