"""What a variation must satisfy (docs/domain/02, 2.5; seed rows 4-083, 4-085, 4-103, 4-217)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from domain.placement.commands.variations import AuthoriseVariation, Limits, RequestVariation
from domain.placement.errors import (
    FundingNotAuthorised,
    MatrixMissing,
    MatrixOutOfRange,
    TariffExceeded,
    VariationAfterEnd,
    VariationIncomplete,
)
from domain.placement.rules.agreement import require_hours_within
from domain.placement.varying import Change, Variation, VariationKind, Weight
from domain.placement.versions import AgreedVersion, Versions, after_day, on_day
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, NotPermitted, WrongState
from domain.shared.money import Funder, PriceLine, Share
from domain.shared.tariff import above_tariff
from domain.shared.terms import LotTerms
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Pence, Subject

MATRIX_HALF_HOURS = 50
"""25 hours a week, beyond which care is bespoke (4-083, 4-085)."""


def require_said(command: RequestVariation) -> None:
    """Refuse a request that does not say what is to be otherwise, and name all that is missing."""
    change, missing = command.change, []
    if not command.reason.strip():
        missing.append("reason")
    if change.kind is VariationKind.HOURS and change.half_hours is None:
        missing.append("half_hours")
    if change.kind in (VariationKind.EXTEND, VariationKind.REDUCE) and change.ends_on is None:
        missing.append("ends_on")
    if missing:
        raise VariationIncomplete(missing)


def require_other_end(change: Change, planned_end: date | None) -> None:
    """Refuse to extend to an earlier day, to reduce to a later one, or to extend what has no end.

    Any kind may say another end; only these two must.
    """
    if change.kind is VariationKind.EXTEND and not _is_later(change.ends_on, planned_end):
        raise WrongState(f"It runs until {planned_end or 'further notice'} already.")
    if change.kind is VariationKind.REDUCE and not _is_later(planned_end, change.ends_on):
        raise WrongState(f"It ends by then already: on {planned_end}.")


def _is_later(one: date | None, other: date | None) -> bool:
    """Whether an agreement that ends on one day runs longer; without a day it runs on."""
    return other is not None and (one is None or one > other)


def require_within_agreement(change: Change, begins_on: date, planned_end: date | None) -> None:
    """Refuse a day of effect before the agreement began, or after its end (2.5)."""
    if change.effective_on < begins_on:
        raise EffectiveBeforeStream(f"The agreement holds from {begins_on}.")
    ends = [day for day in (planned_end, change.ends_on) if day is not None]
    if any(change.effective_on > day for day in ends):
        raise VariationAfterEnd(f"The agreement ends on {min(ends)}.")


def require_in_order(versions: Versions) -> None:
    """Refuse an end before a version that is agreed for a later day."""
    for each in versions:
        if each.planned_end is not None and each.starts > each.planned_end:
            raise VariationAfterEnd(f"Version {each.number} takes effect on {each.since}.")


def require_hours(limits: Limits, half_hours: int, base: AgreedVersion, begins_on: date) -> None:
    """Other hours want a new matrix that gives them; beyond 25 it says bespoke (6-76, R-186)."""
    if half_hours == base.terms.half_hours:
        return
    matrix = limits.matrix
    if matrix is None or matrix.since < max(begins_on, base.starts):
        raise MatrixMissing("The hours change: record the matrix that says so first.")
    if half_hours > matrix.half_hours:
        asked, given = half_hours / 2, matrix.half_hours / 2
        raise MatrixOutOfRange(f"{asked:g} hours a week; the matrix gives {given:g}.")
    if half_hours > MATRIX_HALF_HOURS and not matrix.bespoke_24_7:
        raise MatrixOutOfRange(f"{half_hours / 2:g} hours a week, and nobody approved it.")
    if not matrix.bespoke_24_7:
        require_hours_within(limits.lot, half_hours)


def require_within_tariff(lines: Sequence[PriceLine], lot: LotTerms | None) -> None:
    """Refuse a price above a tendered maximum of the lot, and name each (4-112)."""
    above = dict(above_tariff(lines, lot)) if lot else {}
    if above:
        told = {name: f"{asked} > {most}" for name, (asked, most) in above.items()}
        raise TariffExceeded(
            f"Above the tendered maximum: {', '.join(above)}, in pence.", exceeded=told
        )


def weighs(
    held: Versions, then: Versions, day: date, shares_before: Sequence[Share], today: date
) -> Iterator[Weight]:
    """Why this is not a broker's to authorise: `held` are the versions as they are (R-187)."""
    base, new = on_day(held, day), on_day(then, day)
    before, after = {each.number: each for each in held}, after_day(then, day)
    if new.terms.weekly > base.terms.weekly or any(
        each.terms.weekly > before[each.number].terms.weekly for each in after
    ):
        yield Weight.COST_RISES
    was = base.terms.shares or [each for each in shares_before if each.covers(day)]
    if _anybody_pays_more(was, new.terms.shares):
        yield Weight.SHARES_CHANGE
    if _is_later(new.planned_end, base.planned_end):
        yield Weight.RUNS_LONGER
    if day < today:
        yield Weight.RETROSPECTIVE
    if new.terms.half_hours > max(MATRIX_HALF_HOURS, base.terms.half_hours):
        yield Weight.BESPOKE_HOURS


def _anybody_pays_more(was: Iterable[Share], now: Iterable[Share]) -> bool:
    before, after = _by_funder(was), _by_funder(now)
    return any(weekly > before[funder] for funder, weekly in after.items())


def _by_funder(shares: Iterable[Share]) -> Counter[Funder]:
    found = Counter[Funder]()
    for share in shares:
        found[share.funder] += share.weekly
    return found


def require_other_person(variation: Variation, by: Subject) -> None:
    """Nobody authorises what they asked for, nor what they reckoned (docs/domain/05, 5.2)."""
    earlier = (variation.requested_by, variation.costed_by)
    if any(each is not None and is_same_person(each, by) for each in earlier):
        raise ConflictOfInterest("Whoever asked for it or reckoned it cannot authorise it.")


def require_may_authorise(command: AuthoriseVariation, because: Sequence[Weight]) -> None:
    """Refuse a broker what costs more, or what the contract keeps from brokers (2.5, A)."""
    if command.may_spend:
        return
    if because:
        named = ", ".join(each.value for each in because)
        raise NotPermitted(f"It needs an authoriser: {named}.", because=[e.value for e in because])
    if not command.reduces:
        raise NotPermitted("This contract leaves no variation to brokers.")


def require_reason_for_past(command: AuthoriseVariation, because: Sequence[Weight]) -> None:
    """An effect on a day that is past wants a reason from who authorises it (6-74)."""
    said = (command.retrospective_reason or "").strip()
    if Weight.RETROSPECTIVE in because and not said:
        raise VariationIncomplete(["retrospective_reason"])


def require_costing_seen(variation: Variation, costing: int) -> None:
    """Nobody agrees to other terms than those they read, whatever the price comes to (R-194)."""
    if variation.costing != costing:
        raise WrongState(f"Costing {variation.costing} is the newest: read it, and agree to it.")


def require_price_seen(new: AgreedVersion, weekly: Pence) -> None:
    """Nobody agrees to another price than the one they name (6-75)."""
    if new.terms.weekly != weekly:
        raise WrongState(f"It comes to {new.terms.weekly} pence a week, and not to {weekly}.")


def require_still_authorised(variation: Variation, highest: Pence, today: date) -> None:
    """Refuse more than was authorised, or a day that has passed since (6-74, 6-75)."""
    authorised = variation.authorised or Pence(0)
    if highest > authorised:
        raise FundingNotAuthorised(
            f"By now it comes to {highest} pence a week, and {authorised} was authorised: "
            "work it out and authorise it again."
        )
    if variation.change.effective_on < today and not variation.retrospective:
        raise FundingNotAuthorised("Its day has passed since it was authorised: do so again.")
