"""Sharing a price out among funders: by parts, by item or in pence, exactly (R-11, R-78, 6-72)."""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.money import (
    BASIS_POINTS,
    AgreementStanding,
    Amount,
    Funder,
    FundingHeading,
    FundingSplitUnbalanced,
    PriceKind,
    PriceLine,
    Share,
    ShareStatus,
    turns,
    weekly_total,
)
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Pence, Subject


class FunderLine(Value):
    """What one funder is asked to pay, as it was worded: in pence, as a part, or as an item.

    A part is of what is left once items and pence are taken off (R-78).
    """

    heading: FundingHeading
    payer: Funder | None = None
    lead: bool = False
    weekly: Amount | None = None
    basis_points: int | None = Field(default=None, ge=0, le=BASIS_POINTS)
    item: PriceKind | None = None
    since: date | None = None
    until: date | None = None
    status: ShareStatus = ShareStatus.EXPECTED
    agreed_by: Subject | None = None
    agreement_reference: Sealed[str] | None = None
    agreement: AgreementStanding | None = None


def share_out(
    price: Sequence[PriceLine],
    lines: Sequence[FunderLine],
    since: date = date.min,
    until: date | None = None,
) -> tuple[Share, ...]:
    """Each funder's share in pence, for as long as it stays the same."""
    asked = [_share(line, Pence(0)) for line in lines]
    days = turns(asked, since, until)
    shares: list[Share] = []
    for day, following in zip(days, [*days[1:], until], strict=True):
        paying = [line for line, share in zip(lines, asked, strict=True) if share.covers(day)]
        dated = {"since": day if len(days) > 1 else None, "until": following}
        dated = dated if len(days) > 1 else {}
        shares += [each.model_copy(update=dated) for each in _shared(price, paying)]
    return tuple(shares)


def _shared(price: Sequence[PriceLine], lines: Sequence[FunderLine]) -> Sequence[Share]:
    fixed = {place: _fixed(price, line) for place, line in enumerate(lines)}
    rest = weekly_total(price) - sum(weekly for weekly in fixed.values() if weekly is not None)
    parts = {
        place: line.basis_points
        for place, line in enumerate(lines)
        if line.basis_points is not None
    }
    floored = split(Pence(rest), parts, _lead(lines)) if parts else {}
    return [
        _share(line, Pence((fixed[place] or 0) + floored.get(place, 0)))
        for place, line in enumerate(lines)
    ]


def split(total: Pence, parts: Mapping[int, int], lead: int) -> Mapping[int, Pence]:
    """Split a sum by basis points: floored to the penny, the rest to the lead (R-11)."""
    if total < 0 or sum(parts.values()) != BASIS_POINTS:
        raise FundingSplitUnbalanced("The parts do not come to the whole.")
    floored = {place: total * part // BASIS_POINTS for place, part in parts.items()}
    floored[lead] = floored.get(lead, 0) + total - sum(floored.values())
    return {place: Pence(weekly) for place, weekly in floored.items()}


def _lead(lines: Sequence[FunderLine]) -> int:
    leads = [place for place, line in enumerate(lines) if line.lead]
    if len(leads) != 1:
        raise FundingSplitUnbalanced("Name exactly one lead funder.")
    return leads[0]


def _fixed(price: Sequence[PriceLine], line: FunderLine) -> int | None:
    """What a line comes to by itself; none where it is a part of what is left."""
    worded = (line.weekly is not None, line.basis_points is not None, line.item is not None)
    if worded.count(True) != 1:
        raise FundingSplitUnbalanced("Word each share in one way: pence, a part, or an item.")
    if line.item is not None:
        return sum(each.weekly for each in price if each.kind is line.item)
    return line.weekly


def _share(line: FunderLine, weekly: Pence) -> Share:
    return Share(weekly=weekly, **line.model_dump(exclude={"weekly"}))
