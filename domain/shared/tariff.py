"""What was tendered: which parts of a price are above a lot's maxima (4-112)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from domain.shared.money import PriceKind, PriceLine, weekly_total
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import Pence


def above_tariff(
    lines: Sequence[PriceLine], lot: LotTerms, hourly: Pence | None = None
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each maximum that a price exceeds, by name: what is asked, and the most, in pence."""
    weekly = weekly_total(lines)
    if lot.weekly_ceiling is not None and weekly > lot.weekly_ceiling:
        yield "weekly", (weekly, lot.weekly_ceiling)
    for kind, asked in weekly_by_kind(lines).items():
        most = lot.line_ceilings.get(kind)
        if most is not None and asked > most:
            yield kind.value, (asked, most)
    if hourly is not None and lot.hourly_ceiling is not None and hourly > lot.hourly_ceiling:
        yield "hourly", (hourly, lot.hourly_ceiling)


def weekly_by_kind(lines: Sequence[PriceLine]) -> dict[PriceKind, Pence]:
    """Pence a week by what they are for: a kind in two lines is priced as one."""
    found = Counter[PriceKind]()
    for line in lines:
        found[line.kind] += line.weekly
    return {kind: Pence(weekly) for kind, weekly in found.items()}
