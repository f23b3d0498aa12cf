"""Offers are judged by criteria fixed beforehand, by people without ties, and moderated."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.codes import LapseReason
from domain.referral.commands.evaluation import DeclareRelationship, ShortlistOffer
from domain.referral.criteria import weighted
from domain.referral.errors import EssentialNotMet
from domain.referral.events.answers import OfferAmended, ResponsesClosed
from domain.referral.events.choice import Skipped
from domain.referral.events.ending import OfferLapsed
from domain.referral.events.evaluation import OfferShortlisted, RelationshipDeclared
from domain.referral.judging import Judging
from domain.referral.rules.evaluation import is_impact_acceptable
from domain.referral.stages import Evaluating
from domain.shared.errors import ConflictOfInterest, MissingInformation, NotFound, WrongState
from tests.support.judging import (
    ANNE,
    BEN,
    CLARE,
    assess,
    assessed,
    called,
    criteria,
    judge,
    moderate,
    moderated,
    record,
    recorded_criteria,
    score,
    scored,
    scores,
)
from tests.support.referrals import (
    ASH,
    BROKER,
    CASEWORKER,
    ELM,
    NOW,
    OAK,
    content,
    invitation_of,
    offer,
    offer_of,
    offered,
    select,
    selected,
    setting_of,
    submit_offer,
    until_approved,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)


def with_criteria(scorers: int = 1, **said: Any) -> list[Any]:
    told = [*until_published(OAK), recorded_criteria(scorers)]
    return [*told, offered(OAK, **said), ResponsesClosed()]


def missing(history: Any, command: Any) -> Any:
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(referral.decider.replay(history), command)
    return refusal.value.details["missing"]


@pytest.mark.covers("R-75")
def test_what_counts_is_said_before_the_first_offer_comes_and_not_changed_after_it() -> None:
    for history in (until_approved(), until_published(OAK)):
        case.given(*history).when(record()).then(recorded_criteria())
    come = case.given(*until_published(OAK), offered(OAK))
    come.when(record()).then_refused(WrongState)
    case.given(*until_evaluating()).when(record()).then_refused(WrongState)


@pytest.mark.parametrize("weights", [{"price": 99}, {"price": 60, "needs_fit": 50}])
def test_weights_come_to_a_hundred(weights: dict[str, int]) -> None:
    case.given(*until_approved()).when(record(**weights)).then_refused(MissingInformation)


@pytest.mark.covers("4-268")
def test_social_value_is_answered_where_it_is_scored() -> None:
    asked = [*until_published(OAK), recorded_criteria(price=90, social_value=10)]
    told = content(social_value="Two apprenticeships.")

    assert missing(asked, submit_offer()) == ["offer.content.social_value"]
    case.given(*asked).when(submit_offer(offer=offer(content=told))).then(offered(content=told))


def test_an_offer_is_scored_on_everything_with_a_reason_for_each() -> None:
    judged = case.given(*with_criteria())
    judged.when(score()).then(scored())
    half = score(scores=scores()[:1], findings=())
    assert missing(with_criteria(), half) == ["findings.hard_risk"]
    assert missing(with_criteria(), score(scores=scores()[:1])) == ["scores.price"]
    judged.when(score(scores=(*scores(), scores()[0]))).then_refused(WrongState)
    assert missing(until_evaluating(OAK), score()) == ["criteria"]


def test_points_count_by_their_weight() -> None:
    assert weighted(criteria(), scores(needs=5, price=0)) == 350
    assert weighted(criteria(), scores(needs=5, price=5)) == 500


TIES = DeclareRelationship(provider_id=OAK, nature="My sister works there.", by=ANNE)
TIED = RelationshipDeclared(**dict(TIES))


@pytest.mark.covers("R-75")
def test_who_has_ties_to_a_provider_judges_nobody_and_chooses_nothing() -> None:
    case.given(*with_criteria()).when(TIES).then(TIED)
    tied = case.given(*with_criteria(), TIED)
    for command in (score(ANNE), moderate(ANNE), judge()):
        tied.when(command).then_refused(ConflictOfInterest)
    chooser = RelationshipDeclared(provider_id=OAK, nature="A friend.", by=CASEWORKER)
    case.given(*until_evaluating(), chooser).when(select()).then_refused(ConflictOfInterest)
    unknown = TIES.model_copy(update={"provider_id": ASH})
    case.given(*with_criteria()).when(unknown).then_refused(NotFound)


@pytest.mark.covers("1-011")
def test_two_scorers_are_brought_together_by_a_third() -> None:
    two = case.given(*with_criteria(scorers=2), scored(ANNE), scored(BEN))
    two.when(moderate(CLARE)).then(moderated())
    two.when(moderate(BEN)).then_refused(ConflictOfInterest)
    assert missing([*with_criteria(scorers=2), scored(ANNE)], moderate()) == ["scores"]


@pytest.mark.covers("1-011", "R-75")
def test_nothing_is_preferred_before_it_was_judged_as_was_said() -> None:
    history = with_criteria(scorers=2)
    assert missing(history, select()) == ["scores", "suitability"]
    history += [scored(ANNE), scored(BEN)]
    assert missing(history, select()) == ["moderation", "suitability"]
    history += [moderated(), called()]
    case.given(*history).when(select()).then(selected())


def test_an_essential_that_one_scorer_finds_unmet_fails_the_offer() -> None:
    failed = [*with_criteria(), scored(met=False)]
    case.given(*failed).when(judge()).then_refused(EssentialNotMet)
    case.given(*failed).when(judge(suitable=False)).then(called(suitable=False))
    shortlist = ShortlistOffer(offer_id=offer_of(OAK), by=BROKER)
    case.given(*failed).when(shortlist).then_refused(EssentialNotMet)
    unsuitable = case.given(*with_criteria(), scored(), called(suitable=False))
    unsuitable.when(select()).then_refused(EssentialNotMet)


def test_a_scored_offer_is_shortlisted() -> None:
    shortlist = ShortlistOffer(offer_id=offer_of(OAK), by=BROKER)
    case.given(*with_criteria(), scored()).when(shortlist).then(
        OfferShortlisted(**dict(shortlist), provider_id=OAK)
    )
    assert missing(with_criteria(), shortlist) == ["scores"]


@pytest.mark.covers("R-75")
def test_without_criteria_an_offer_is_shortlisted_unscored() -> None:
    shortlist = ShortlistOffer(offer_id=offer_of(OAK), by=BROKER)
    case.given(*until_evaluating(OAK)).when(shortlist).then(
        OfferShortlisted(**dict(shortlist), provider_id=OAK)
    )


@pytest.mark.covers("R-75")
def test_what_is_changed_or_scored_anew_is_judged_anew() -> None:
    settled = [*with_criteria(), scored(), called()]
    amended = OfferAmended(
        invitation_id=invitation_of(OAK), provider_id=OAK, at=NOW, offer=offer(half_hours=10)
    )
    assert missing([*settled, amended], select()) == ["scores", "suitability"]
    assert missing([*settled, scored()], select()) == ["suitability"]


SHARED = content(shared=True, co_residents="Two of 17.", impact_statement="A settled group.")


def shared_offer(**drafted: Any) -> list[Any]:
    return [*until_published(OAK, **drafted), offered(OAK, content=SHARED), ResponsesClosed()]


@pytest.mark.covers("4-113", "R-75")
def test_a_shared_home_is_impact_acceptable_both_ways_before_it_is_preferred() -> None:
    assert missing(shared_offer(), select()) == ["impact_assessment"]
    case.given(*shared_offer()).when(assess()).then(assessed())
    case.given(*shared_offer(), assessed()).when(select()).then(selected())
    refused = case.given(*shared_offer(), assessed(acceptable=False))
    refused.when(select()).then_refused(EssentialNotMet)


@pytest.mark.covers("R-117")
def test_a_home_in_which_another_child_lives_is_weighed_though_its_provider_says_unshared() -> None:
    lived_in = select(lived_in=(setting_of(OAK),))
    chosen = selected().model_copy(update={"lived_in": True})
    facts = referral.decider.replay([*until_evaluating(OAK), assessed()])

    assert missing(until_evaluating(OAK), lived_in) == ["impact_assessment"]
    case.given(*until_evaluating(OAK), assessed()).when(lived_in).then(chosen)
    refused = case.given(*until_evaluating(OAK), assessed(acceptable=False))
    refused.when(lived_in).then_refused(EssentialNotMet)
    assert isinstance(facts, Evaluating)
    assert is_impact_acceptable(facts.facts, offer_of(OAK), lived_in=True)
    unweighed = replace(facts.facts, judging=Judging())
    assert not is_impact_acceptable(unweighed, offer_of(OAK), lived_in=True)
    assert is_impact_acceptable(unweighed, offer_of(OAK))
    assert is_impact_acceptable(unweighed, offer_of(ASH), lived_in=True)
    too_much = referral.decider.replay([*until_evaluating(OAK), assessed(acceptable=False)])
    assert isinstance(too_much, Evaluating)
    assert not is_impact_acceptable(too_much.facts, offer_of(OAK))


def test_both_directions_are_asked_for_at_once_and_of_the_homes_own_manager() -> None:
    one_way = assess(on_child=" ", on_residents="")
    assert missing(shared_offer(), one_way) == ["on_child", "on_residents"]
    case.given(*shared_offer()).when(assess(provider_id=ELM)).then_refused(NotFound)
    case.given(*until_preferred()).when(assess()).then(assessed())


@pytest.mark.covers("R-94")
def test_a_manager_weighs_the_offer_that_stands_or_that_was_chosen_or_else_the_last() -> None:
    back = OfferLapsed(
        offer_id=offer_of(OAK), provider_id=OAK, reason=LapseReason.OPEN_UNTIL_PASSED
    )
    second = offered(offer_id=offer_of(ASH))
    of_second = assessed().model_copy(update={"offer_id": offer_of(ASH)})
    gone = back.model_copy(update={"offer_id": offer_of(ASH)})
    both = [*until_published(OAK), offered(), back, second]

    case.given(*both).when(assess()).then(of_second)
    case.given(*both, gone).when(assess()).then(of_second)
    case.given(*both, gone, ResponsesClosed(), selected()).when(assess()).then(assessed())


def test_in_an_emergency_the_weighing_may_follow() -> None:
    said = {"skipped": (Skipped.IMPACT_ASSESSMENT,)}
    case.given(*shared_offer(emergency=True)).when(select(now=NOW + timedelta(hours=2))).then(
        selected().model_copy(update=said)
    )
