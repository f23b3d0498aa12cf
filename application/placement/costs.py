"""What a placement costs on a day and over time, with its split by payer (6-74, 2-102)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.money_of_search import plan_paid
from application.placement.ports import DailyCosts, MoneyStanding, PricedPlacement
from application.shared.asking import AsOf
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.placement import decider
from domain.placement.costs import (
    Adjustment,
    CostKind,
    CostPeriod,
    account_of,
    adjustments,
    cost_periods,
    paid_until,
    reckoned,
    total,
)
from domain.placement.state import Known
from domain.referral.funding import FundingPlan
from domain.shared.calendar import ONE_DAY
from domain.shared.daily import cost_of_day, split_between
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.moments import When, london_day
from domain.shared.money import Funder, Share
from domain.shared.personal import Erased
from domain.shared.vocabulary import Pence, ReferralId


@dataclass(frozen=True, kw_only=True)
class ShownPeriod:
    """One weekly price, from a day to the day before `until`."""

    kind: CostKind
    version: int
    since: date
    until: date | None
    weekly_pence: Pence


@dataclass(frozen=True, kw_only=True)
class ShownAdjustment:
    """Nights that were past when `because` was recorded, and cost otherwise by it."""

    recorded_on: date
    because: UUID
    cause: str
    since: date
    until: date
    was_pence: Pence
    now_pence: Pence
    difference_pence: int


@dataclass(frozen=True, kw_only=True)
class ShownAccount:
    """What both agreed the placement came to."""

    on: When
    agreed_pence: Pence
    reckoned_pence: Pence
    reason: str | Erased | None


@dataclass(frozen=True, kw_only=True)
class CostsView:
    """The costs of one placement as at a day. `split` is of that night, by funder.

    `split` is none where nobody has said who pays. `to_date_pence` is of all nights before it.
    """

    placement_id: UUID
    as_at: date
    position: int
    pence: Pence
    kind: CostKind | None
    split: Mapping[Funder, Pence] | None
    to_date_pence: Pence
    paid_until: date | None
    periods: Sequence[ShownPeriod]
    adjustments: Sequence[ShownAdjustment]
    account: ShownAccount | None


@dataclass(frozen=True, kw_only=True)
class ListedCost:
    """One placement in the list of a day: what the night costs, by whom, and what is open."""

    placement_id: UUID
    provider_id: UUID | None
    standing: MoneyStanding
    version: int | None
    pence: Pence
    split: Mapping[Funder, Pence] | None
    since: date
    until: date | None


@dataclass(frozen=True)
class Price:
    """A weekly price, who the agreement says pays, and whether a variation says so."""

    weekly: Pence
    shares: tuple[Share, ...]
    varied: bool


@dataclass(frozen=True)
class PlacementCosts:
    streams: Reads
    daily: DailyCosts

    def view(self, placement_id: UUID, of: AsOf) -> CostsView:
        """As at a day, by what was known; `NotFound` before there was a placement."""
        history = self.streams.read(stream_of("placement", placement_id), of.position)
        state = history.folded(decider)
        if not isinstance(state, Known):
            raise NotFound
        periods = cost_periods(history.events)
        tonight = next((each for each in periods if each.covers(of.day)), None)
        agreed = account_of(history.events)
        shown = agreed if agreed and london_day(agreed.event.on) <= of.day else None
        arrangement = state.particulars.arrangement
        return CostsView(
            placement_id=placement_id,
            as_at=of.day,
            position=history.events[-1].position,
            pence=cost_of_day(tonight.terms.weekly, of.day) if tonight else Pence(0),
            kind=tonight.kind if tonight else None,
            split=self._split(_price(tonight), arrangement.referral_id, of) if tonight else None,
            to_date_pence=total(periods, date.min, of.day),
            paid_until=paid_until(history.events),
            periods=[_period(each) for each in periods],
            adjustments=[_adjustment(each) for each in adjustments(history.events)],
            account=ShownAccount(
                on=shown.event.on,
                agreed_pence=shown.event.agreed,
                reckoned_pence=shown.event.reckoned,
                reason=shown.event.reason,
            )
            if shown
            else None,
        )

    def listed(
        self, council: GssCode, of: AsOf, standing: MoneyStanding, *, after: UUID | None, limit: int
    ) -> Sequence[ListedCost]:
        """What each placement of a council costs on a day, or what is still to be settled."""
        found = self.daily.listed(council, of, standing, after=after, limit=limit)
        return [self._listed(each, of) for each in found]

    def reckoned(self, placement_id: UUID) -> Pence:
        """What the whole placement comes to, once it has ended."""
        return reckoned(self.streams.read(stream_of("placement", placement_id)).events)

    def _listed(self, priced: PricedPlacement, of: AsOf) -> ListedCost:
        return ListedCost(
            placement_id=priced.placement_id,
            provider_id=priced.provider_id,
            standing=priced.standing,
            version=priced.version,
            pence=cost_of_day(priced.weekly, of.day),
            split=self._split(
                Price(priced.weekly, priced.shares, priced.varied), priced.referral_id, of
            ),
            since=priced.since,
            until=priced.until,
        )

    def _split(
        self, price: Price, referral_id: ReferralId | None, of: AsOf
    ) -> Mapping[Funder, Pence] | None:
        plan = None if price.varied else plan_paid(self.streams, referral_id, of.position)
        shares = paying(price, plan, of.day)
        if not shares:
            return None
        return split_between(price.weekly, shares, of.day, of.day + ONE_DAY)


def paying(price: Price, plan: FundingPlan | None, day: date) -> Sequence[Share]:
    """Who pays on a day: a variation's own word; else the search's money, if it is this price.

    Once a funder has left, or others pay, that is where it is said (6-73, R-188).
    """
    if plan is not None and plan.weekly == price.weekly:
        shares = [share for share in plan.shares if share.covers(day)]
        if sum(share.weekly for share in shares) == plan.weekly:
            return shares
    return price.shares


def _price(period: CostPeriod) -> Price:
    return Price(period.terms.weekly, period.terms.shares, period.varied)


def _period(period: CostPeriod) -> ShownPeriod:
    return ShownPeriod(
        kind=period.kind,
        version=period.version,
        since=period.since,
        until=period.until,
        weekly_pence=period.terms.weekly,
    )


def _adjustment(made: Adjustment) -> ShownAdjustment:
    return ShownAdjustment(
        recorded_on=london_day(made.recorded_at),
        because=made.because,
        cause=made.cause,
        since=made.since,
        until=made.until,
        was_pence=made.was,
        now_pence=made.now,
        difference_pence=made.difference,
    )
