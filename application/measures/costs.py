"""What is paid a week on a day for where children live, by budget heading (1-055)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.measures.queries import StreamsOfCouncil
from application.referral.funding_view import since_asked
from application.referral.paid import as_paid
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.placement.chronology import chronology
from domain.placement.periods import StayPeriod
from domain.referral.codes import Code
from domain.shared.envelope import GssCode
from domain.shared.money import OWN, Share
from domain.shared.vocabulary import Pence, Provision, ReferralId

NO_PRICE = "Nobody records what a place in the council's own homes, or with its own carers, costs."


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingCost:
    """Money authorised and paid on the day under one of the council's budget headings.

    `council_pence` is what of `weekly_pence` the council pays itself, for others too.
    """

    budget_heading: Code | None
    children: int
    weekly_pence: Pence
    council_pence: Pence


@dataclass(frozen=True, kw_only=True)
class CostsOfDay:
    """Who lives with agencies and at what cost, and who in the council's own homes.

    `without_money` live with an agency while nothing is authorised that is paid on the day.
    `internal` counts children by kind of home; `internal_cost` says why it has no price.
    """

    as_at: date
    position: int
    agency: Sequence[HeadingCost]
    without_money: int
    internal: Mapping[Provision, int]
    internal_cost: str


@dataclass(frozen=True, slots=True)
class PaidOn:
    """What one search costs on the day, and where the council books its part."""

    budget_heading: Code | None
    shares: Sequence[Share]


@dataclass(frozen=True)
class Costing:
    streams: Reads
    log_times: LogTimes
    council_streams: StreamsOfCouncil

    def on(self, council: GssCode, of: AsOf) -> CostsOfDay:
        position = of.position_of(self.log_times)
        living = list(self._living(council, of.day, position))
        bought = [stay for stay in living if stay.bought]
        searches = Counter(stay.referral_id for stay in bought)
        money = {each: self._paid(each, of.day, position) for each in searches if each}
        paid = {each: found for each, found in money.items() if found}
        return CostsOfDay(
            as_at=of.day,
            position=position,
            agency=_by_heading(paid, searches),
            without_money=sum(count for each, count in searches.items() if each not in paid),
            internal=Counter(stay.provision for stay in living if not stay.bought),
            internal_cost=NO_PRICE,
        )

    def _living(self, council: GssCode, day: date, position: int) -> Iterator[StayPeriod]:
        for stream in self.council_streams.streams_of_council(council, "placement", position):
            stay = chronology(self.streams.read(stream, position).events).stay_on(day)
            if stay is not None:
                yield stay

    def _paid(self, referral_id: ReferralId, day: date, position: int) -> PaidOn | None:
        """The money of a search as it is known to be paid on the day, whenever it was agreed."""
        asked = since_asked(self.streams.read(stream_of("referral", referral_id), position).events)
        money = as_paid(asked).money if asked else None
        if money is None or not money.plan.is_paid_on(day):
            return None
        shares = [share for share in money.plan.shares if share.covers(day)]
        return PaidOn(money.plan.budget_heading, shares)


def _by_heading(
    paid: Mapping[ReferralId, PaidOn], children: Mapping[ReferralId | None, int]
) -> Sequence[HeadingCost]:
    """Each heading once, by its code; money under none comes first."""
    headings: dict[Code | None, list[ReferralId]] = {}
    for referral_id, found in paid.items():
        headings.setdefault(found.budget_heading, []).append(referral_id)
    return [
        HeadingCost(
            budget_heading=heading,
            children=sum(children[each] for each in searches),
            weekly_pence=_sum(share for each in searches for share in paid[each].shares),
            council_pence=_sum(
                share for each in searches for share in paid[each].shares if share.heading in OWN
            ),
        )
        for heading, searches in sorted(headings.items(), key=lambda each: each[0] or "")
    ]


def _sum(shares: Iterator[Share]) -> Pence:
    return Pence(sum(share.weekly for share in shares))
