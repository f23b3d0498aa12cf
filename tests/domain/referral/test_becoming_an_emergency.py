"""A search on the market becomes an emergency, with whoever was asked and what was offered."""

from datetime import date, timedelta

import pytest

from domain import referral
from domain.referral.clocks import clocks
from domain.referral.codes import Duration
from domain.referral.commands.emergency import AmendEmergency
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.emergency import PackReleased
from domain.referral.events.market import ReferralAmended
from domain.referral.events.triage import RequestAmended
from domain.referral.sections import SectionName
from domain.referral.stages import Published
from domain.referral.triage import RequestChange
from domain.shared.admission import AgeOutsideCategory
from domain.shared.clock_catalogue import C_EMERG_SAMEDAY, C_INFO_72
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.terms import Tier
from tests.domain.referral.test_in_an_emergency import minimum
from tests.domain.referral.test_triage import LATER, amend
from tests.support.clocks import TERMS
from tests.support.on_the_market import amend as amend_pack
from tests.support.referrals import (
    CASEWORKER,
    ELM,
    NEEDED,
    NOW,
    OAK,
    offer_of,
    offered,
    recorded,
    select,
    silent,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)

TONIGHT = amend(change=RequestChange(emergency=True, needed_from=NOW.date()), why="She is out.")
HURRIED = RequestAmended(
    was=RequestChange(tier=Tier.STANDARD, needed_from=NEEDED),
    now=RequestChange(tier=Tier.URGENT, emergency=True, needed_from=NOW.date()),
    why="She is out.",
    by=CASEWORKER,
)


@pytest.mark.covers("R-126", "R-103", "R-101")
def test_who_was_asked_and_what_was_offered_stay_as_it_becomes_an_emergency() -> None:
    asked = [*until_published(OAK, ELM), offered()]
    for history in (asked, [*asked, silent(ELM), ResponsesClosed()]):
        case.given(*history).when(TONIGHT).then(HURRIED)
    case.given(*asked, HURRIED).when(TONIGHT).then_refused(WrongState)
    at_once = referral.decider.decide(
        referral.decider.replay([*asked, HURRIED]), select(now=NOW + timedelta(hours=1))
    )
    (chosen,) = [each for each in at_once if isinstance(each, PreferredOfferSelected)]
    assert (chosen.offer_id, chosen.cut_short) == (offer_of(OAK), (ELM,))


@pytest.mark.covers("R-126")
def test_nothing_else_that_the_market_was_asked_is_changed_behind_its_back() -> None:
    asked = case.given(*until_published(OAK))
    for change in (
        RequestChange(needed_from=NOW.date()),
        RequestChange(tier=Tier.URGENT),
        RequestChange(emergency=True, duration=Duration.SHORT),
        RequestChange(emergency=True, needed_from=LATER),
    ):
        asked.when(amend(change=change)).then_refused(WrongState)
    with_words = amend(change=TONIGHT.change, sections={SectionName.RISK: "Worse."})
    asked.when(with_words).then_refused(WrongState)
    too_young = amend(change=TONIGHT.change, born_on=(date(2010, 3, 5),))
    asked.when(too_young).then_refused(AgeOutsideCategory)
    asked.when(TONIGHT.model_copy(update={"why": " "})).then_refused(MissingInformation)


@pytest.mark.covers("R-126", "4-128", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_the_first_minimum_pack_gives_everybody_a_whole_window_by_the_hour() -> None:
    history = [*until_published(OAK, ELM), offered(), silent(ELM), ResponsesClosed(), HURRIED]
    publish = AmendEmergency(amendment=amend_pack(material=False), pack=minimum())

    caused = referral.decider.decide(referral.decider.replay(history), publish)

    shown, released = caused
    assert isinstance(shown, ReferralAmended)
    assert (shown.material, shown.deadline is not None) == (True, True)
    assert isinstance(released, PackReleased)
    assert released.providers == (OAK, ELM)
    state = referral.decider.replay([*history, *caused])
    assert isinstance(state, Published)
    assert offer_of(OAK) in state.facts.offers
    codes = {each.code for each in clocks(list(recorded([*history, *caused])), TERMS)}
    assert {C_EMERG_SAMEDAY, C_INFO_72} <= codes
    before = [*until_published(OAK), offered(), ResponsesClosed()]
    case.given(*before).when(publish).then_refused(WrongState)
