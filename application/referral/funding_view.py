"""The money of one search, read from its own stream: what was put, answered and changed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from application.referral.funding_redacted import only_of
from application.referral.funding_shown import (
    FundingView,
    ShownCondition,
    ShownPlan,
    ShownRight,
    ShownShare,
    ShownSplit,
    ShownWithdrawal,
    Standing,
)
from application.referral.paid import Paid, as_paid
from application.referral.told import Told, last
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import History, Reads
from domain.referral.events import ReferralEvent
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.funding import (
    FundingAuthorised,
    FundingConditionMet,
    FundingDeclined,
    FundingRequested,
    ShareWithdrawn,
    VerbalAuthorityNoted,
)
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.resharing import WithdrawalCorrected
from domain.referral.funding import FundingPlan
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.money import Funder, Share
from domain.shared.vocabulary import Pence


@dataclass(frozen=True)
class FundingViews:
    streams: Reads
    log_times: LogTimes

    def view(self, referral_id: UUID, of: AsOf) -> FundingView:
        """The money as it stood; `NotFound` before there was a referral."""
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("referral", referral_id), of.position)
        found = view(referral_id, history, of.day, position)
        if found is None:
            raise NotFound
        return found

    def require_part(self, referral_id: UUID, funder: Funder, now: datetime) -> None:
        """Not found by a funder of whom the newest plan asks nothing, at whatever stage."""
        only_of(self.view(referral_id, AsOf(london_day(now), None, now)), funder)


def view(
    referral_id: UUID, history: History[ReferralEvent], day: date, position: int
) -> FundingView | None:
    """The money on a day; none before there was a referral, though its end may be dated earlier."""
    told = [each for each in history.events if london_day(each.effective_at) <= day]
    if last(told, ReferralDrafted) is None:
        return None
    asked = since_asked(told)
    request, word = last(asked, FundingRequested), last(told, VerbalAuthorityNoted)
    expected = request.event.expected if request else ()
    headings = {share.heading for share in request.event.plan.shares} if request else set()
    return FundingView(
        referral_id=referral_id,
        as_at=day,
        position=max(position, history.events[-1].position),
        version=history.version,
        standing=_standing(asked),
        expected=expected,
        absent=[heading for heading in expected if heading not in headings],
        plan=_plan(request.event, asked, day) if request else None,
        verbal_authority=word.event.authority if word else None,
    )


def since_asked(told: Told) -> Told:
    """From the newest request on; nothing where its offer has been let go since."""
    places = [n for n, each in enumerate(told) if isinstance(each.event, FundingRequested)]
    asked = told[places[-1] :] if places else []
    return [] if last(asked, PreferredOfferDeselected) else asked


def _standing(asked: Told) -> Standing:
    if not asked:
        return Standing.NOT_ASKED
    if last(asked, FundingAuthorised):
        return Standing.AUTHORISED
    return Standing.DECLINED if last(asked, FundingDeclined) else Standing.AWAITING


def _plan(request: FundingRequested, asked: Told, day: date) -> ShownPlan:
    paid = as_paid(asked)
    plan = paid.plan
    authorised, declined = last(asked, FundingAuthorised), last(asked, FundingDeclined)
    answer = authorised or declined
    return ShownPlan(
        offer_id=request.offer_id,
        budget_heading=plan.budget_heading,
        price=plan.price,
        weekly_pence=plan.weekly,
        starts_on=plan.starts_on,
        until=plan.until,
        planned_pence=Pence(plan.weekly * plan.planned_weeks) if plan.planned_weeks else None,
        requested_by=request.by,
        answered_by=answer.event.by if answer else None,
        declined_because=declined.event.reason if declined else None,
        text=declined.event.text if declined else None,
        shares=[_share(share, plan, day) for share in plan.shares],
        conditions=_conditions(asked),
        withdrawals=_withdrawals(asked),
        split_asked=_split_asked(paid, day),
        rests_on=authorised.event.rests_on if authorised else None,
    )


def _share(share: Share, plan: FundingPlan, day: date) -> ShownShare:
    return ShownShare(
        heading=share.heading,
        funder=share.funder,
        weekly_pence=share.weekly,
        basis_points=share.basis_points,
        item=share.item,
        lead=share.lead,
        since=share.since or plan.starts_on,
        until=share.until or plan.until,
        pays=share.covers(day) and plan.is_paid_on(day),
        status=share.status,
        agreed_by=share.agreed_by,
        agreement_reference=share.agreement_reference,
        agreement=share.agreement,
        underwrites=share.underwrites,
    )


def _conditions(asked: Told) -> Sequence[ShownCondition]:
    authorised = last(asked, FundingAuthorised)
    if authorised is None:
        return ()
    met = {
        each.event.condition: each.event.on
        for each in asked
        if isinstance(each.event, FundingConditionMet)
    }
    return [
        ShownCondition(code=each.code, text=each.text, by=each.by, met_on=met.get(each.code))
        for each in authorised.event.conditions
    ]


def _withdrawals(asked: Told) -> Sequence[ShownWithdrawal]:
    """Each leaving once, with what was put right of it."""
    found: list[ShownWithdrawal] = []
    for each in asked:
        match each.event:
            case ShareWithdrawn() as left:
                found.append(
                    ShownWithdrawal(
                        funder=left.funder, since=left.since, reason=left.reason, text=left.text
                    )
                )
            case WithdrawalCorrected() as right:
                places = [n for n, w in enumerate(found) if w.funder == right.funder and w.since]
                found[places[-1]] = _put_right(found[places[-1]], right)
            case _:
                continue
    return found


def _put_right(left: ShownWithdrawal, right: WithdrawalCorrected) -> ShownWithdrawal:
    shown = ShownRight(
        was=right.was,
        now=right.now,
        reason=right.reason,
        approved_by=right.approved_by,
        by=right.by,
    )
    return replace(left, since=right.now, corrections=[*left.corrections, shown])


def _split_asked(paid: Paid, day: date) -> ShownSplit | None:
    split = paid.money.asked if paid.money else None
    if split is None:
        return None
    shares = [_share(share, split.plan, day) for share in split.plan.shares]
    return ShownSplit(since=split.since, requested_by=split.requested_by, shares=shares)
