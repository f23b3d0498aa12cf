"""Versions of one agreement by the day on which each takes effect: they never overlap (2.5).

A variation that takes effect before one that was agreed earlier goes in between, and the later
one is re-based on it: what it changed stays as it says, what it left alone follows (6-75).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from domain.placement.agreement import AgreementTerms
from domain.shared.messages import Value
from domain.shared.money import FundingSplitUnbalanced, PriceKind, PriceLine, Share
from domain.shared.tariff import weekly_by_kind
from domain.shared.vocabulary import Pence

T = TypeVar("T")


class AgreedVersion(Value):
    """One version, complete, from `since` until the next. No `since` is from the beginning."""

    number: int
    since: date | None
    terms: AgreementTerms
    planned_end: date | None

    @property
    def starts(self) -> date:
        return self.since or date.min


Versions = tuple[AgreedVersion, ...]
"""In the order in which they take effect; of two on one day the one agreed last holds."""


def on_day(versions: Versions, day: date) -> AgreedVersion:
    """The version that holds on a day; the first holds for what was before it too."""
    held = [each for each in versions if each.starts <= day]
    return held[-1] if held else versions[0]


def after_day(versions: Versions, day: date) -> Versions:
    return tuple(each for each in versions if each.starts > day)


def inserted(versions: Versions, new: AgreedVersion) -> Versions:
    """The versions with a new one among them, and the later ones re-based on it, one by one."""
    day = new.starts
    earlier = tuple(each for each in versions if each.starts <= day)
    was, now = on_day(versions, day), new
    later: list[AgreedVersion] = []
    for each in after_day(versions, day):
        later.append(rebased(each, was, now))
        was, now = each, later[-1]
    return (*earlier, new, *later)


def rebased(later: AgreedVersion, was: AgreedVersion, now: AgreedVersion) -> AgreedVersion:
    """A version as it is on another base: `was` is what it was reckoned from, `now` is the base."""
    terms = rebased_terms(later.terms, was.terms, now.terms)
    planned_end = _kept(later.planned_end, was.planned_end, now.planned_end)
    return later.model_copy(update={"terms": terms, "planned_end": planned_end})


def rebased_terms(
    later: AgreementTerms, was: AgreementTerms, now: AgreementTerms
) -> AgreementTerms:
    if was == now:
        return later
    lines = _lines(later.lines, was.lines, now.lines)
    terms = later.model_copy(
        update={
            "lines": lines,
            "half_hours": _kept(later.half_hours, was.half_hours, now.half_hours),
            "outcomes": _kept(later.outcomes, was.outcomes, now.outcomes),
            "services": _kept(later.services, was.services, now.services),
        }
    )
    shares = _kept(later.shares, was.shares, now.shares)
    return terms.model_copy(update={"shares": _balanced(shares, terms.weekly)})


def _kept(later: T, was: T, now: T) -> T:
    """What was changed stays; what was left alone follows."""
    return now if later == was else later


def _lines(
    later: Sequence[PriceLine], was: Sequence[PriceLine], now: Sequence[PriceLine]
) -> tuple[PriceLine, ...]:
    changed = weekly_by_kind(later), weekly_by_kind(was)
    return tuple(
        line
        for kind in PriceKind
        for line in (now if changed[0].get(kind) == changed[1].get(kind) else later)
        if line.kind is kind
    )


def _balanced(shares: Sequence[Share], weekly: Pence) -> tuple[Share, ...]:
    """The lead funder takes what is left over, either way (R-11)."""
    if not shares:
        return ()
    return tuple(_led(shares, weekly - sum(share.weekly for share in shares)))


def _led(shares: Sequence[Share], over: int) -> Iterator[Share]:
    for share in shares:
        if not share.lead:
            yield share
        elif share.weekly + over < 0:
            raise FundingSplitUnbalanced("The lead funder's share would be less than nothing.")
        else:
            yield share.model_copy(update={"weekly": Pence(share.weekly + over)})
