"""A search on the market becomes an emergency, with whoever was asked and what was offered."""

from datetime import date, datetime, timedelta

import pytest

from domain import referral
from domain.referral.clocks import clocks
from domain.referral.codes import Duration
from domain.referral.commands.emergency import AmendEmergency
from domain.referral.commands.spoken import DenySpoken, GiveAnew
from domain.referral.errors import SpokenApprovalNotOwned
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.emergency import PackReleased
from domain.referral.events.market import ReferralAmended
from domain.referral.events.spoken import SpokenApprovalGivenAnew
from domain.referral.events.triage import RequestAmended
from domain.referral.sections import SectionName
from domain.referral.spoken import Spoken, SpokenAct
from domain.referral.stages import Published, Stage
from domain.referral.triage import RequestChange
from domain.shared.admission import AgeOutsideCategory
from domain.shared.clock_catalogue import C_EMERG_SAMEDAY, C_INFO_72, C_SPOKEN
from domain.shared.clocks import Outcome
from domain.shared.errors import ConflictOfInterest, MissingInformation, NotPermitted, WrongState
from domain.shared.terms import Tier
from domain.shared.vocabulary import Subject
from tests.domain.referral.test_in_an_emergency import minimum, released
from tests.domain.referral.test_triage import LATER, amend, returned
from tests.support.clocks import TERMS
from tests.support.on_the_market import amend as amend_pack
from tests.support.referrals import (
    BROKER,
    CASEWORKER,
    ELM,
    MANAGER,
    NEEDED,
    NOW,
    OAK,
    heard,
    offer_of,
    offered,
    recorded,
    select,
    selected,
    silent,
    submitted,
    until_approved,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)

TONIGHT = amend(
    change=RequestChange(tier=Tier.URGENT, emergency=True, needed_from=NOW.date()),
    why="She is out.",
    called_by=MANAGER,
    spoken=heard(CASEWORKER),
)
HURRIED = RequestAmended(
    was=RequestChange(tier=Tier.STANDARD, needed_from=NEEDED),
    now=RequestChange(tier=Tier.URGENT, emergency=True, needed_from=NOW.date()),
    why="She is out.",
    by=CASEWORKER,
    called_by=MANAGER,
    spoken=Spoken(at=NOW, recorded_by=CASEWORKER),
)


MINIMUM = released(at=NOW + timedelta(minutes=30))
CALLED = [*until_published(OAK, ELM), offered(), HURRIED]
CALMER = amend(
    change=RequestChange(emergency=False), why="Her aunt has her.", by=MANAGER, by_manager=True
)
CALMED = RequestAmended(
    was=RequestChange(tier=Tier.URGENT, emergency=True, needed_from=NOW.date()),
    now=RequestChange(tier=Tier.STANDARD, emergency=False, needed_from=NEEDED),
    why="Her aunt has her.",
    by=MANAGER,
)


@pytest.mark.covers("R-126", "R-103", "R-101")
def test_who_was_asked_and_what_was_offered_stay_as_it_becomes_an_emergency() -> None:
    asked = [*until_published(OAK, ELM), offered()]
    for history in (asked, [*asked, silent(ELM), ResponsesClosed()]):
        case.given(*history).when(TONIGHT).then(HURRIED)
    case.given(*asked, HURRIED).when(TONIGHT).then_refused(WrongState)
    told = [*asked, HURRIED, MINIMUM]
    at_once = referral.decider.decide(
        referral.decider.replay(told), select(now=NOW + timedelta(hours=1))
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


@pytest.mark.covers("R-126", "R-174", "R-104", "C-SPOKEN")
def test_a_manager_calls_it_an_emergency_there_or_on_the_telephone_and_owns_to_that() -> None:
    for asked in (until_published(OAK), until_approved()):
        given = case.given(*asked)
        given.when(TONIGHT).then(HURRIED)
        unsaid = {"called_by": None, "spoken": None}
        given.when(TONIGHT.model_copy(update=unsaid)).then_refused(MissingInformation)
        own = {"called_by": CASEWORKER, "spoken": heard(BROKER)}
        given.when(TONIGHT.model_copy(update=own)).then_refused(ConflictOfInterest)
        noted = {"spoken": heard(MANAGER)}
        given.when(TONIGHT.model_copy(update=noted)).then_refused(ConflictOfInterest)
        there = {"by": MANAGER, "by_manager": True, "called_by": MANAGER, "spoken": None}
        in_person = HURRIED.model_copy(update={"by": MANAGER, "spoken": None})
        given.when(TONIGHT.model_copy(update=there)).then(in_person)
    (word,) = [each for each in clocks(list(recorded(CALLED)), TERMS) if each.code == C_SPOKEN]
    assert word.outcome is Outcome.RUNNING
    state = referral.decider.replay(CALLED)
    assert isinstance(state, Stage)
    assert state.facts.approvals[-1].act is SpokenAct.URGENCY


@pytest.mark.covers("R-174", "4-128")
def test_nothing_is_chosen_at_once_before_everybody_was_told_how_urgent_it_is() -> None:
    later = select(now=NOW + timedelta(hours=1))
    closed = [*CALLED, silent(ELM), ResponsesClosed()]
    for history in (CALLED, closed):
        with pytest.raises(MissingInformation) as refusal:
            referral.decider.decide(referral.decider.replay(history), later)
        assert "essentials.needs" in str(refusal.value.details["missing"])
    assert referral.decider.decide(referral.decider.replay([*CALLED, MINIMUM]), later)


@pytest.mark.covers("R-174", "R-173")
def test_on_a_word_that_was_denied_nobody_is_told_and_nothing_chosen_until_it_is_given() -> None:
    deny = DenySpoken(number=1, text="Not of her.", by=MANAGER)
    for history in (CALLED, [*CALLED, MINIMUM]):
        denied = [*history, *referral.decider.decide(referral.decider.replay(history), deny)]
        later = select(now=NOW + timedelta(hours=1))
        case.given(*denied).when(later).then_refused(SpokenApprovalNotOwned)
        given = SpokenApprovalGivenAnew(number=1, act=SpokenAct.URGENCY, by=Subject("other"))
        anew = GiveAnew(number=1, role="team_manager", by=Subject("other"))
        case.given(*denied).when(anew).then(given)
        if history == CALLED:
            publish = AmendEmergency(amendment=amend_pack(material=False), pack=minimum())
            case.given(*denied).when(publish).then_refused(SpokenApprovalNotOwned)
            case.given(*denied, given).when(later).then_refused(MissingInformation)
        else:
            assert referral.decider.decide(referral.decider.replay([*denied, given]), later)


@pytest.mark.covers("R-174")
def test_a_manager_takes_the_word_back_and_it_is_as_fast_as_it_was() -> None:
    for history in (CALLED, [*CALLED, MINIMUM], [*until_approved(), HURRIED]):
        case.given(*history).when(CALMER).then(CALMED)
        state = referral.decider.replay([*history, CALMED])
        assert isinstance(state, Stage)
        assert (state.facts.emergency, state.facts.tier) == (False, Tier.STANDARD)
    called = case.given(*CALLED)
    called.when(CALMER.model_copy(update={"by_manager": False})).then_refused(NotPermitted)
    more = RequestChange(emergency=False, duration=Duration.SHORT)
    called.when(CALMER.model_copy(update={"change": more})).then_refused(WrongState)
    sooner = CALMER.model_copy(update={"change": RequestChange(emergency=False, needed_from=LATER)})
    (calmed,) = referral.decider.decide(referral.decider.replay(CALLED), sooner)
    assert isinstance(calmed, RequestAmended)
    assert calmed.now.needed_from == LATER
    over = CALMER.model_copy(update={"today": NEEDED + timedelta(days=1)})
    called.when(over).then_refused(WrongState)
    back = [*CALLED, MINIMUM, CALMED]
    case.given(*back).when(select(now=NOW + timedelta(hours=1))).then_refused(WrongState)
    case.given(*back).when(CALMER).then_refused(WrongState)


@pytest.mark.covers("R-174")
def test_what_was_asked_for_as_an_emergency_is_not_amended_away() -> None:
    for history in (until_published(OAK, emergency=True), until_approved(emergency=True)):
        case.given(*history).when(CALMER).then_refused(WrongState)
    hurried_then_returned = [*until_approved()[:3], HURRIED, returned, submitted()]
    case.given(*hurried_then_returned).when(CALMER).then_refused(WrongState)


@pytest.mark.covers("R-174")
def test_called_an_emergency_once_more_it_is_told_to_everybody_once_more() -> None:
    again = [*CALLED, MINIMUM, CALMED, HURRIED]
    later = select(now=NOW + timedelta(hours=1))
    case.given(*again).when(later).then_refused(MissingInformation)
    shown = amend_pack(material=False)
    caused = referral.decider.decide(
        referral.decider.replay(again), AmendEmergency(amendment=shown, pack=minimum())
    )
    assert isinstance(caused[0], ReferralAmended)
    assert caused[0].deadline is not None


PACE = timedelta(minutes=2, seconds=30)
"""From one event to the next: the minimum pack follows the word that calls it one."""


def emergency_clocks(*history: ReferralEvent) -> dict[str, tuple[Outcome, datetime]]:
    whole = list(recorded(history, PACE))
    found = [each for each in clocks(whole, TERMS) if each.code in {C_EMERG_SAMEDAY, C_INFO_72}]
    assert len({each.key for each in found}) == len(found)
    return {each.code: (each.outcome, whole_instant(each.anchored_at)) for each in found}


def whole_instant(when: date | datetime) -> datetime:
    assert isinstance(when, datetime)
    return when


@pytest.mark.covers("R-174", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_both_deadlines_run_from_what_calls_it_an_emergency_on_the_market() -> None:
    at = NOW + PACE * (len(CALLED) - 1)
    running = {C_EMERG_SAMEDAY: (Outcome.RUNNING, at), C_INFO_72: (Outcome.RUNNING, at)}
    assert emergency_clocks(*CALLED) == running
    assert emergency_clocks(*CALLED, MINIMUM) == running
    assert emergency_clocks(*CALLED, MINIMUM, selected()) == running
    assert emergency_clocks(*until_approved(), HURRIED) == {}
    stopped = {code: (Outcome.STOPPED, at) for code, (_, at) in running.items()}
    assert emergency_clocks(*CALLED, CALMED) == stopped
    again = emergency_clocks(*CALLED, CALMED, HURRIED)
    assert {outcome for outcome, _ in again.values()} == {Outcome.RUNNING}
