"""Each funder answers for its own share; the council underwrites, and pays when one leaves."""

from datetime import date, datetime

import pytest

from domain import referral
from domain.referral.commands.funding import (
    AgreeShare,
    AuthoriseFunding,
    DisputeShare,
    MeetCondition,
    NoteVerbalAuthority,
    RequestFunding,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.errors import FundingNotAuthorised
from domain.referral.events.funding import (
    FundingAuthorised,
    FundingConditionMet,
    FundingRequested,
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
    ShareWithdrawn,
    VerbalAuthorityNoted,
)
from domain.referral.funding import FundingCondition
from domain.shared.errors import (
    ConflictOfInterest,
    MissingInformation,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.money import (
    CLAIMS,
    OWN,
    FundingHeading,
    FundingSplitUnbalanced,
    Share,
    ShareStatus,
)
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Pence, Subject
from tests.support.referrals import (
    BROKER,
    HEAD,
    NEEDED,
    NOW,
    OAK,
    WEEKLY,
    drafted,
    heard,
    offer_of,
    plan,
    request_funding,
    until_preferred,
)
from tests.support.scenario import Case

ICB = "derby_and_derbyshire_icb"
COMMISSIONER = Subject("icb-commissioner")
MAY = date(2026, 5, 4)


def part(heading: FundingHeading, weekly: int, **changed: object) -> Share:
    return Share.model_validate({"heading": heading, "weekly": weekly} | changed)


CARE = part(FundingHeading.SOCIAL_CARE, 100_000, lead=True)
HEALTH = part(FundingHeading.HEALTH, 40_000, payer=ICB)
BENEFIT = part(FundingHeading.HOUSING_BENEFIT, 10_000)
JOINT = plan(WEEKLY, CARE, HEALTH, BENEFIT)
OFFER = offer_of(OAK)

case = Case(referral.decider)
preferred = case.given(*until_preferred())
PUT = FundingRequested(offer_id=OFFER, plan=JOINT, by=BROKER)
waiting = case.given(*until_preferred(), PUT)
AUTHORISE = AuthoriseFunding(by=HEAD, limit=None)
AGREE = AgreeShare(funder=ICB, as_funder=ICB, by=COMMISSIONER)
AGREED = ShareAgreed(offer_id=OFFER, funder=ICB, agreement_reference=None, by=COMMISSIONER)
UNDERWRITTEN = ShareUnderwritten(offer_id=OFFER, funder=ICB, by=HEAD)
OURS = JOINT.standing("social_care", ShareStatus.AGREED, HEAD)
AUTHORISED = FundingAuthorised(
    offer_id=OFFER, plan=OURS.standing(ICB, ShareStatus.AGREED, COMMISSIONER), by=HEAD
)
paid = case.given(*until_preferred(), PUT, AGREED, AUTHORISED)


@pytest.mark.covers("2-085", "3-028")
def test_money_waits_until_every_funder_has_answered() -> None:
    waiting.when(AUTHORISE).then_refused(FundingNotAuthorised)
    waiting.when(AGREE).then(AGREED)
    case.given(*until_preferred(), PUT, AGREED).when(AUTHORISE).then(AUTHORISED)


@pytest.mark.covers("R-79", "4-029")
def test_a_benefit_may_stand_as_expected_and_be_confirmed_after() -> None:
    confirm = AgreeShare(funder="housing_benefit", by=BROKER, agreement_reference="HB-1")
    confirmed = ShareAgreed(
        offer_id=OFFER, funder="housing_benefit", agreement_reference="HB-1", by=BROKER
    )
    (benefit,) = AUTHORISED.plan.shares_of("housing_benefit")

    assert benefit.status is ShareStatus.EXPECTED
    waiting.when(confirm).then(confirmed)
    paid.when(confirm).then(confirmed)


@pytest.mark.covers("R-79")
def test_a_funder_that_says_no_is_underwritten_by_another_than_the_requester() -> None:
    refuse = DisputeShare(funder=ICB, as_funder=ICB, reason="not_health", by=COMMISSIONER)
    disputed = ShareDisputed(
        offer_id=OFFER, funder=ICB, reason="not_health", text=None, by=COMMISSIONER
    )
    waiting.when(refuse).then(disputed)
    refused = case.given(*until_preferred(), PUT, disputed)
    refused.when(AUTHORISE).then_refused(FundingNotAuthorised)
    refused.when(UnderwriteShare(funder=ICB, by=BROKER, limit=None)).then_refused(
        ConflictOfInterest
    )
    refused.when(UnderwriteShare(funder=ICB, by=HEAD, limit=Pence(1))).then_refused(NotPermitted)
    refused.when(UnderwriteShare(funder=ICB, by=HEAD, limit=None)).then(UNDERWRITTEN)
    kept = OURS.standing(ICB, ShareStatus.UNDERWRITTEN, HEAD)
    case.given(*until_preferred(), PUT, disputed, UNDERWRITTEN).when(AUTHORISE).then(
        FundingAuthorised(offer_id=OFFER, plan=kept, by=HEAD)
    )


@pytest.mark.covers("2-023", "2-106", "0-004")
@pytest.mark.parametrize("heading", sorted(set(FundingHeading) - OWN - CLAIMS))
def test_whoever_is_asked_from_whichever_budget_answers_for_it(heading: FundingHeading) -> None:
    theirs = part(heading, 50_000, payer="partner")
    asked = FundingRequested(offer_id=OFFER, plan=plan(WEEKLY, CARE, theirs), by=BROKER)
    agree = AgreeShare(funder="partner", as_funder="partner", by=COMMISSIONER)
    agreed = ShareAgreed(
        offer_id=OFFER, funder="partner", agreement_reference=None, by=COMMISSIONER
    )

    history = [*until_preferred(), asked]
    case.given(*history).when(AUTHORISE).then_refused(FundingNotAuthorised)
    case.given(*history).when(agree).then(agreed)


@pytest.mark.covers("R-79")
def test_each_answers_for_its_own_share_only() -> None:
    another = AgreeShare(funder=ICB, as_funder="derbyshire", by=COMMISSIONER)
    waiting.when(another).then_refused(NotFound)
    waiting.when(AgreeShare(funder=ICB, by=BROKER)).then_refused(NotPermitted)
    waiting.when(AgreeShare(funder="social_care", by=HEAD)).then_refused(NotPermitted)
    waiting.when(AgreeShare(funder="nobody", as_funder="nobody", by=HEAD)).then_refused(NotFound)
    waiting.when(AgreeShare(funder=ICB, as_funder=ICB, by=BROKER)).then_refused(ConflictOfInterest)
    own = UnderwriteShare(funder="social_care", by=HEAD, limit=None)
    waiting.when(own).then_refused(ConflictOfInterest)
    waiting.when(UnderwriteShare(funder="nobody", by=HEAD, limit=None)).then_refused(NotFound)


def test_a_share_put_as_agreed_says_by_whom_and_under_what() -> None:
    bare = HEALTH.model_copy(update={"status": ShareStatus.AGREED})
    told = bare.model_copy(update={"agreed_by": COMMISSIONER, "agreement_reference": "S75/26"})
    ours = CARE.model_copy(update={"status": ShareStatus.AGREED})
    carried = HEALTH.model_copy(update={"status": ShareStatus.UNDERWRITTEN})

    def put(*shares: Share) -> RequestFunding:
        return request_funding(plan(WEEKLY, *shares, BENEFIT))

    preferred.when(put(CARE, bare)).then_refused(MissingInformation)
    preferred.when(put(ours, HEALTH)).then_refused(NotPermitted)
    preferred.when(put(CARE, carried)).then_refused(NotPermitted)
    agreed = plan(WEEKLY, CARE, told, BENEFIT)
    asked = FundingRequested(offer_id=OFFER, plan=agreed, by=BROKER)
    preferred.when(request_funding(agreed)).then(asked)
    own = agreed.standing("social_care", ShareStatus.AGREED, HEAD)
    case.given(*until_preferred(), asked).when(AUTHORISE).then(
        FundingAuthorised(offer_id=OFFER, plan=own, by=HEAD)
    )


def test_one_funder_has_one_share_a_day() -> None:
    half = HEALTH.model_copy(update={"weekly": Pence(20_000)})
    twice = plan(WEEKLY, CARE, half, half, BENEFIT)
    in_turn = plan(
        WEEKLY,
        CARE,
        HEALTH.model_copy(update={"until": MAY}),
        HEALTH.model_copy(update={"since": MAY}),
        BENEFIT,
    )

    preferred.when(request_funding(twice)).then_refused(FundingSplitUnbalanced)
    preferred.when(request_funding(in_turn)).then(
        FundingRequested(offer_id=OFFER, plan=in_turn, by=BROKER)
    )


@pytest.mark.covers("6-73")
def test_a_funder_that_leaves_is_paid_for_by_the_council_from_that_day() -> None:
    leave = WithdrawShare(
        funder=ICB, as_funder=ICB, since=MAY, reason="no_longer_eligible", by=COMMISSIONER
    )
    benefit = AUTHORISED.plan.shares_of("housing_benefit")[0]
    stays = AUTHORISED.plan.shares_of("social_care")[0]
    until = AUTHORISED.plan.shares_of(ICB)[0].model_copy(update={"until": MAY})
    ours = part(
        FundingHeading.SOCIAL_CARE,
        40_000,
        since=MAY,
        status=ShareStatus.UNDERWRITTEN,
        underwrites=ICB,
    )
    left = ShareWithdrawn(
        offer_id=OFFER,
        funder=ICB,
        since=MAY,
        reason="no_longer_eligible",
        text=None,
        shares=(stays, until, ours, benefit),
        by=COMMISSIONER,
    )

    paid.when(leave).then(left)
    waiting.when(leave).then_refused(WrongState)
    again = case.given(*until_preferred(), PUT, AGREED, AUTHORISED, left)
    again.when(leave).then_refused(WrongState)
    later = leave.model_copy(update={"since": date(2026, 8, 3)})
    again.when(later).then_refused(WrongState)


def test_a_lead_funder_that_leaves_from_the_start_leaves_the_council_in_the_lead() -> None:
    led = plan(
        WEEKLY,
        CARE.model_copy(update={"lead": False}),
        HEALTH.model_copy(update={"lead": True}),
        BENEFIT,
    )
    asked = FundingRequested(offer_id=OFFER, plan=led, by=BROKER)
    money = FundingAuthorised(offer_id=OFFER, plan=led, by=HEAD)
    leave = WithdrawShare(funder=ICB, since=date(2026, 1, 1), reason="never_agreed", by=BROKER)

    history = [*until_preferred(), asked, money]
    (left,) = referral.decider.decide(referral.decider.replay(history), leave)

    assert isinstance(left, ShareWithdrawn)
    assert left.since == NEEDED
    assert [(s.funder, s.underwrites, s.lead) for s in left.shares] == [
        ("social_care", None, False),
        ("social_care", ICB, True),
        ("housing_benefit", None, False),
    ]


def test_the_councils_own_share_is_not_withdrawn() -> None:
    leave = WithdrawShare(funder="social_care", since=MAY, reason="too_dear", by=BROKER)
    paid.when(leave).then_refused(NotPermitted)


@pytest.mark.covers("R-80")
def test_conditions_are_recorded_and_met_once() -> None:
    asked = FundingCondition(code="review_at_six_weeks", by=date(2026, 4, 20))
    on = datetime.fromisoformat("2026-04-15T10:00:00+00:00")
    meet = MeetCondition(condition="review_at_six_weeks", on=on, by=BROKER)
    met = FundingConditionMet(offer_id=OFFER, condition="review_at_six_weeks", on=on, by=BROKER)
    ready = case.given(*until_preferred(), PUT, AGREED)
    ready.when(AuthoriseFunding(by=HEAD, limit=None, conditions=(asked, asked))).then_refused(
        WrongState
    )
    conditional = AUTHORISED.model_copy(update={"conditions": (asked,)})
    ready.when(AuthoriseFunding(by=HEAD, limit=None, conditions=(asked,))).then(conditional)
    history = [*until_preferred(), PUT, AGREED, conditional]
    case.given(*history).when(meet).then(met)
    case.given(*history, met).when(meet).then_refused(NotFound)
    paid.when(meet).then_refused(NotFound)


def test_an_authoriser_over_the_limit_is_told_whose_is_enough() -> None:
    over = AuthoriseFunding(by=HEAD, limit=Pence(1), would_do=("dcs",))
    state = referral.decider.replay([*until_preferred(), PUT, AGREED])

    with pytest.raises(NotPermitted, match="enough for: dcs") as refusal:
        referral.decider.decide(state, over)
    assert refusal.value.details["would_do"] == ["dcs"]


@pytest.mark.covers("6-71", "R-81")
def test_an_officers_word_is_noted_by_another_and_in_an_emergency_only() -> None:
    word = VerbalAuthority(officer=HEAD, given_at=NOW, noted_by=BROKER)
    note = NoteVerbalAuthority(officer=HEAD, spoken=heard(BROKER))
    own = NoteVerbalAuthority(officer=HEAD, spoken=heard(HEAD))
    urgent = case.given(drafted(emergency=True), *until_preferred()[1:])

    urgent.when(note).then(VerbalAuthorityNoted(offer_id=OFFER, authority=word))
    urgent.when(own).then_refused(ConflictOfInterest)
    preferred.when(note).then_refused(FundingNotAuthorised)
    paid.when(note).then_refused(WrongState)
