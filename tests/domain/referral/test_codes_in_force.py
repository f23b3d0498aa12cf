"""Codes of dated lists (R-63): a decision takes those of the day, a fact says what it breaks."""

from collections.abc import Sequence
from typing import Any

import pytest

from domain import referral
from domain.referral.commands.funding import DeclineFunding
from domain.referral.commands.market import AmendPublishedReferral
from domain.referral.commands.search import ApproveExternalSearch, RecordInHouseExhausted
from domain.referral.events.answers import OfferDeclined
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.search import InHouseSearchStarted
from domain.shared.code_lists import (
    CodeNotInForce,
    ListName,
    NotInForce,
)
from domain.shared.errors import EffectiveInFuture, WrongState
from domain.shared.vocabulary import Pence
from tests.support.references import ONE_CODE_EACH
from tests.support.referrals import (
    BROKER,
    HEAD,
    MANAGER,
    NEEDED,
    NOW,
    OAK,
    accept,
    accepted,
    considered,
    decline,
    draft,
    exhausted,
    funding_requested,
    invitee,
    pack,
    publish,
    request_funding,
    select,
    terms,
    until_approved,
    until_evaluating,
    until_preferred,
    until_published,
    until_submitted,
)
from tests.support.scenario import Case

case = Case(referral.decider)
UNKNOWN = (NotInForce(list_name=ListName.NEEDS, field="/somewhere"),)

found_none = RecordInHouseExhausted(considered=(considered(),), none_exists="none", by=BROKER)
approve = ApproveExternalSearch(budget_heading="external", indicative_weekly=Pence(95_000), by=HEAD)
amend = AmendPublishedReferral(
    pack=pack("Another summary."),
    certified_by=MANAGER,
    material=False,
    reason="needs_changed",
    terms=terms(),
    now=NOW,
    by=BROKER,
)
dear = DeclineFunding(reason="too_dear", by=MANAGER)
in_education = accept().model_copy(update={"education_evidence": "enrolled"})

SEARCHING = (*until_submitted(), accepted(), InHouseSearchStarted(by=BROKER))
DECISIONS: Sequence[tuple[str, Sequence[referral.ReferralEvent], Any, Sequence[str]]] = [
    ("draft", (), draft(), ["/reason_code"]),
    ("accept", until_submitted(), in_education, ["/education_evidence"]),
    ("exhaust", SEARCHING, found_none, ["/considered/0/reason_code", "/none_exists"]),
    ("approve", (*SEARCHING, exhausted()), approve, ["/budget_heading"]),
    ("publish", until_approved(), publish(invitee(OAK)),
     ["/pack/needs/0", "/pack/risks/0/category"]),
    ("amend", until_published(OAK), amend, ["/pack/needs/0", "/pack/risks/0/category"]),
    ("choose", until_evaluating(OAK), select(), ["/award_route"]),
    ("ask for money", until_preferred(OAK), request_funding(), []),
    ("decline money", (*until_preferred(OAK), funding_requested()), dear, ["/reason"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("history", "command", "fields"),
    [each[1:] for each in DECISIONS],
    ids=[each[0] for each in DECISIONS],
)
@pytest.mark.covers("R-31", "R-63")
def test_a_decision_names_codes_of_the_day_and_the_field_of_each_that_is_none(
    history: Sequence[referral.ReferralEvent], command: Any, fields: Sequence[str]
) -> None:
    looked_up = ONE_CODE_EACH.looked_up(command, NEEDED)
    decided = referral.decider.decide(referral.decider.replay(history), command)

    assert decided
    assert [each.field for each in looked_up.not_in_force] == fields
    case.given(*history).when(command.model_copy(update={"not_in_force": UNKNOWN})).then_refused(
        CodeNotInForce
    )


@pytest.mark.covers("R-63", "R-09")
def test_a_provider_that_names_an_unknown_need_has_declined_all_the_same() -> None:
    command = ONE_CODE_EACH.looked_up(decline().model_copy(update={"needs": ("owls",)}), NEEDED)
    history = referral.decider.replay(until_published(OAK))

    (declined,) = referral.decider.decide(history, command)

    assert isinstance(declined, OfferDeclined)
    assert declined.needs == ("owls",)
    assert [breach.code for breach in declined.breaches] == ["CODE_NOT_IN_FORCE"]
    assert "owls" not in declined.breaches[0].detail


@pytest.mark.covers("4-024", "4-108")
def test_a_request_says_who_refers_the_child_and_since_when_but_not_from_a_day_to_come() -> None:
    told = {"referred_by": "housing_options", "received_on": NEEDED, "today": NEEDED}
    (drafted,) = referral.decider.decide(referral.decider.initial, draft().model_copy(update=told))
    ahead = {**told, "received_on": NEEDED.replace(day=NEEDED.day + 1)}

    assert (drafted.referred_by, drafted.received_on) == ("housing_options", NEEDED)  # type: ignore[union-attr]  # drafted
    case.given().when(draft().model_copy(update=ahead)).then_refused(EffectiveInFuture)


@pytest.mark.covers("4-097", "2-053", "2-108")
@pytest.mark.parametrize("route", ["mini_competition", "block", "spot"])
def test_a_choice_says_by_which_route_it_is_bought_and_none_is_promised(route: str) -> None:
    preferred, *_ = referral.decider.decide(
        referral.decider.replay(until_evaluating(OAK)), select(award_route=route)
    )

    assert isinstance(preferred, PreferredOfferSelected)
    assert preferred.award_route == route


@pytest.mark.covers("4-097")
@pytest.mark.parametrize("route", ["direct_award", "in_house"])
def test_a_route_that_is_an_act_of_its_own_is_not_taken_by_comparison(route: str) -> None:
    case.given(*until_evaluating(OAK)).when(select(award_route=route)).then_refused(WrongState)
