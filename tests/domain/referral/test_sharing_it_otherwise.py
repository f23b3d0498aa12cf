"""Money that is paid: a leaving put right by two people, another split from a day on."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from domain import referral
from domain.referral.commands.funding import (
    AgreeShare,
    AuthoriseFunding,
    DisputeShare,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.commands.resharing import (
    AuthoriseSplit,
    CorrectWithdrawal,
    DeclineSplit,
    RequestSplit,
)
from domain.referral.errors import FundingNotAuthorised
from domain.referral.events import ReferralEvent
from domain.referral.events.funding import (
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
    ShareWithdrawn,
)
from domain.referral.events.resharing import (
    SplitAuthorised,
    SplitDeclined,
    SplitRequested,
    WithdrawalCorrected,
)
from domain.referral.splitting import dated
from domain.referral.stages import Authorised
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    MissingInformation,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.money import FundingHeading, FundingSplitUnbalanced, Share, ShareStatus
from domain.shared.panels import PanelWord
from domain.shared.vocabulary import AgendaItemId, PanelId, Pence, Subject
from tests.domain.referral.test_sharing_the_money import (
    AGREE,
    AGREED,
    AUTHORISED,
    BENEFIT,
    CARE,
    COMMISSIONER,
    HEALTH,
    ICB,
    MAY,
    OFFER,
    PUT,
    part,
    waiting,
)
from tests.support.referrals import BROKER, HEAD, NEEDED, WEEKLY, plan, until_preferred
from tests.support.scenario import Case
from tests.support.shares import wrong_days

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 6)
FINANCE = Subject("fin-finance")

case = Case(referral.decider)
PAID: Sequence[ReferralEvent] = [*until_preferred(), PUT, AGREED, AUTHORISED]


def decided(history: Sequence[ReferralEvent], command: referral.ReferralCommand) -> ReferralEvent:
    (event,) = referral.decider.decide(referral.decider.replay(history), command)
    return event


def leaving(since: date = MAY) -> WithdrawShare:
    return WithdrawShare(funder=ICB, since=since, reason="no_longer_eligible", by=BROKER)


def right(since: date | None, **changed: object) -> CorrectWithdrawal:
    said = {"reason": "Their letter says so.", "approved_by": HEAD, "by": FINANCE}
    return CorrectWithdrawal.model_validate({"funder": ICB, "since": since, **said, **changed})


LEFT = decided(PAID, leaving())
GONE = [*PAID, LEFT]


def who(shares: Sequence[Share], day: date) -> list[tuple[str, int]]:
    return [(share.funder, share.weekly) for share in shares if share.covers(day)]


def paying(history: Sequence[ReferralEvent], day: date) -> list[tuple[str, int]]:
    state = referral.decider.replay(history)
    assert isinstance(state, Authorised)
    assert wrong_days(WEEKLY, state.money.plan.shares, NEEDED) == []
    return who(state.money.plan.shares, day)


TOGETHER = [("social_care", 100_000), (ICB, 40_000), ("housing_benefit", 10_000)]
ALONE = [("social_care", 100_000), ("social_care", 40_000), ("housing_benefit", 10_000)]


@pytest.mark.covers("6-73", "6-05", "R-112")
def test_a_day_of_leaving_is_put_right_and_the_council_pays_from_the_right_one() -> None:
    assert isinstance(LEFT, ShareWithdrawn)
    shares = decided(PAID, leaving(JUNE))
    assert isinstance(shares, ShareWithdrawn)
    corrected = WithdrawalCorrected(
        offer_id=OFFER,
        funder=ICB,
        was=MAY,
        now=JUNE,
        reason="Their letter says so.",
        approved_by=HEAD,
        shares=shares.shares,
        by=FINANCE,
    )

    case.given(*GONE).when(right(JUNE)).then(corrected)
    told = [*GONE, corrected]
    assert [paying(told, day) for day in (MAY, JUNE)] == [TOGETHER, ALONE]
    again = decided(told, right(MAY))
    assert isinstance(again, WithdrawalCorrected)
    assert (again.was, again.now) == (JUNE, MAY)
    assert paying([*told, again], MAY) == ALONE


@pytest.mark.covers("6-05", "R-112")
def test_a_funder_that_never_left_pays_on_and_may_leave_after_all() -> None:
    stayed = decided(GONE, right(None))

    told = [*GONE, stayed]
    assert paying(told, JULY) == TOGETHER
    case.given(*told).when(right(JUNE)).then_refused(NotFound)
    assert paying([*told, decided(told, leaving(JUNE))], JUNE) == ALONE


@pytest.mark.covers("6-05")
def test_nobody_puts_a_leaving_right_alone_or_to_the_same_day_or_where_there_was_none() -> None:
    case.given(*GONE).when(right(JUNE, approved_by=FINANCE)).then_refused(ConflictOfInterest)
    case.given(*GONE).when(right(MAY)).then_refused(WrongState)
    case.given(*PAID).when(right(JUNE)).then_refused(NotFound)
    case.given(*GONE).when(right(JUNE, funder="housing_benefit")).then_refused(NotFound)


def test_a_leaving_is_not_put_right_to_a_day_on_which_the_funder_pays_nothing_anyway() -> None:
    schools = part(FundingHeading.EDUCATION, 40_000, payer="schools", since=JUNE)
    in_turn = plan(WEEKLY, CARE, HEALTH.model_copy(update={"until": JUNE}), schools, BENEFIT)
    paid = [*until_preferred(), PUT, AUTHORISED.model_copy(update={"plan": in_turn})]
    told = [*paid, decided(paid, leaving())]

    case.given(*told).when(right(JUNE)).then_refused(WrongState)
    assert paying([*told, decided(told, right(date(2026, 5, 25)))], JUNE)[1] == ("schools", 40_000)


def put(*shares: Share, since: date = JUNE) -> RequestSplit:
    return RequestSplit(since=since, shares=shares, by=BROKER)


LESS = part(FundingHeading.HEALTH, 15_000, payer=ICB)
MORE = part(FundingHeading.SOCIAL_CARE, 125_000, lead=True)
SPLIT = put(MORE, LESS, BENEFIT)
ASKED = SplitRequested(offer_id=OFFER, since=JUNE, shares=dated(SPLIT.shares, JUNE), by=BROKER)
OF_JUNE = ShareAgreed(
    offer_id=OFFER, funder=ICB, agreement_reference=None, split_from=JUNE, by=COMMISSIONER
)
AUTHORISE = AuthoriseSplit(by=HEAD, limit=None)
OTHERWISE = [("social_care", 125_000), (ICB, 15_000), ("housing_benefit", 10_000)]


@pytest.mark.covers("R-112", "6-73")
def test_a_funder_that_left_comes_back_with_another_part_from_a_day_on() -> None:
    case.given(*GONE).when(SPLIT).then(ASKED)
    case.given(*GONE, ASKED).when(AUTHORISE).then_refused(FundingNotAuthorised)
    case.given(*GONE, ASKED).when(AGREE).then(OF_JUNE)
    authorised = decided([*GONE, ASKED, OF_JUNE], AUTHORISE)

    assert isinstance(authorised, SplitAuthorised)
    told = [*GONE, ASKED, OF_JUNE, authorised]
    days = (date(2026, 5, 3), MAY, date(2026, 5, 31), JUNE, JULY)
    assert [paying(told, day) for day in days] == [TOGETHER, ALONE, ALONE, OTHERWISE, OTHERWISE]
    assert [s.status for s in authorised.shares] == [
        ShareStatus.AGREED,
        ShareStatus.AGREED,
        ShareStatus.EXPECTED,
    ]


@pytest.mark.covers("R-112")
def test_what_was_before_another_split_is_still_put_right_up_to_its_first_day() -> None:
    told = [*GONE, ASKED, OF_JUNE]
    told.append(decided(told, AUTHORISE))
    later = decided(told, right(date(2026, 5, 18)))

    told.append(later)
    days = (date(2026, 5, 17), date(2026, 5, 18), JUNE)
    assert [paying(told, day) for day in days] == [TOGETHER, ALONE, OTHERWISE]
    case.given(*told).when(right(JUNE)).then_refused(WrongState)
    left_again = decided(told, leaving(JULY))
    assert paying([*told, left_again], JUNE) == OTHERWISE
    assert (ICB, 15_000) not in paying([*told, left_again], JULY)


@pytest.mark.covers("R-112")
def test_a_split_is_authorised_by_another_within_their_limit_or_declined() -> None:
    agreed = case.given(*GONE, ASKED, OF_JUNE)
    declined = SplitDeclined(offer_id=OFFER, since=JUNE, reason="not_in_plan", text=None, by=HEAD)

    agreed.when(AuthoriseSplit(by=BROKER, limit=None)).then_refused(ConflictOfInterest)
    agreed.when(AuthoriseSplit(by=HEAD, limit=Pence(1))).then_refused(NotPermitted)
    agreed.when(DeclineSplit(reason="not_in_plan", by=HEAD)).then(declined)
    case.given(*GONE, ASKED, declined).when(SPLIT).then(ASKED)
    case.given(*GONE, ASKED, declined).when(AUTHORISE).then_refused(WrongState)
    agreed.when(SPLIT).then_refused(WrongState)


@pytest.mark.covers("R-112")
def test_what_a_funder_refuses_of_a_split_is_underwritten_and_the_money_stays_as_paid() -> None:
    refuse = DisputeShare(funder=ICB, as_funder=ICB, reason="not_health", by=COMMISSIONER)
    disputed = ShareDisputed(
        offer_id=OFFER,
        funder=ICB,
        reason="not_health",
        text=None,
        split_from=JUNE,
        by=COMMISSIONER,
    )
    carried = ShareUnderwritten(offer_id=OFFER, funder=ICB, split_from=JUNE, by=HEAD)
    asked = [*PAID, ASKED]

    case.given(*asked).when(refuse).then(disputed)
    case.given(*asked).when(UnderwriteShare(funder=ICB, by=HEAD, limit=None)).then(carried)
    case.given(*asked).when(UnderwriteShare(funder=ICB, by=BROKER, limit=None)).then_refused(
        ConflictOfInterest
    )
    assert paying([*asked, disputed], JULY) == TOGETHER
    state = referral.decider.replay([*asked, disputed])
    assert isinstance(state, Authorised)
    assert state.money.plan.shares_of(ICB)[0].status is ShareStatus.AGREED
    case.given(*PAID).when(refuse).then_refused(WrongState)


@pytest.mark.covers("R-112", "R-11")
def test_a_split_that_is_not_the_price_or_overlaps_another_is_refused() -> None:
    case.given(*PAID).when(put(MORE, BENEFIT)).then_refused(FundingSplitUnbalanced)
    case.given(*PAID).when(put(MORE, LESS, BENEFIT, since=date(2026, 3, 1))).then_refused(
        EffectiveBeforeStream
    )
    told = [*GONE, ASKED, OF_JUNE]
    told.append(decided(told, AUTHORISE))
    case.given(*told).when(put(MORE, LESS, BENEFIT, since=MAY)).then_refused(EffectiveBeforeStream)
    case.given(*until_preferred(), PUT).when(SPLIT).then_refused(WrongState)


@pytest.mark.covers("R-79")
def test_an_answer_on_paper_is_entered_with_who_gave_it_and_its_reference() -> None:
    there = Subject("Head of continuing care")
    paper = AgreeShare(funder=ICB, answered_by=there, agreement_reference="CC/26/7", by=BROKER)
    entered = ShareAgreed(
        offer_id=OFFER,
        funder=ICB,
        agreement_reference="CC/26/7",
        answered_by=there,
        by=BROKER,
    )

    waiting.when(paper).then(entered)
    state = referral.decider.replay([*until_preferred(), PUT, entered])
    (share,) = state.pending.plan.shares_of(ICB)  # type: ignore[union-attr]  # it waits
    assert (share.status, share.agreed_by) == (ShareStatus.AGREED, there)
    waiting.when(paper.model_copy(update={"agreement_reference": " "})).then_refused(
        MissingInformation
    )
    waiting.when(paper.model_copy(update={"as_funder": ICB})).then_refused(NotPermitted)
    waiting.when(paper.model_copy(update={"funder": "social_care"})).then_refused(NotPermitted)
    refusal = DisputeShare(funder=ICB, reason="not_health", answered_by=there, by=BROKER)
    waiting.when(refusal).then(
        ShareDisputed(
            offer_id=OFFER,
            funder=ICB,
            reason="not_health",
            text=None,
            answered_by=there,
            by=BROKER,
        )
    )


@pytest.mark.covers("R-113")
def test_money_rests_on_a_panel_that_agreed_to_this_price_or_on_none() -> None:
    panel_id, item_id = PanelId(UUID(int=1)), AgendaItemId(UUID(int=2))
    word = PanelWord(
        panel_id=panel_id, item_id=item_id, agrees=True, weekly=Pence(WEEKLY), recorded_by=BROKER
    )
    ready = case.given(*until_preferred(), PUT, AGREED)

    def resting_on(said: PanelWord) -> AuthoriseFunding:
        return AuthoriseFunding(by=HEAD, limit=None, rests_on=said)

    ready.when(resting_on(word)).then(AUTHORISED.model_copy(update={"rests_on": word}))
    for change in ({"agrees": False}, {"weekly": Pence(WEEKLY - 1)}, {"weekly": None}):
        ready.when(resting_on(word.model_copy(update=change))).then_refused(FundingNotAuthorised)
    own_words = word.model_copy(update={"recorded_by": HEAD})
    ready.when(resting_on(own_words)).then_refused(ConflictOfInterest)
