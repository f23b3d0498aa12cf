"""The measures that are counted, and those whose act nobody records, which say so (R-39)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from application.measures.endings import unplanned_by
from application.measures.needs import together, unmet
from application.measures.responses import in_time
from application.measures.searches import in_house_first, time_to_placement, unfilled
from application.measures.suitability import of_offers_in_time, per_referral, time_to_first
from application.measures.told import Item, Told
from domain.placement.endings import Instigator
from domain.shared.terms import Tier


@dataclass(frozen=True, slots=True)
class Measure:
    """`version` goes up when what is counted changes; a figure names the one it was made by.

    Without `counted`, `not_captured` says which act nobody records. `divided` is false for a
    measure that counts and divides by nothing; `target` is page 04's, if it sets one.
    """

    code: str
    title: str
    version: int = 1
    counted: Callable[[Told], Iterable[Item]] | None = None
    not_captured: str | None = None
    divided: bool = True
    target: str | None = None


ALL = (
    Measure(
        "K-01a",
        "Providers answered in time: standard",
        counted=partial(in_time, tier=Tier.STANDARD),
        target="100%",
    ),
    Measure(
        "K-01b",
        "Providers answered in time: urgent",
        counted=partial(in_time, tier=Tier.URGENT),
        target="100%",
    ),
    Measure("K-02a", "Suitable offers per referral", counted=per_referral, target="100%"),
    Measure("K-02b", "Suitability of offers received on time", counted=of_offers_in_time),
    Measure(
        "K-03",
        "Unexpected endings, by the provider",
        counted=partial(unplanned_by, instigator=Instigator.PROVIDER),
    ),
    Measure(
        "K-04",
        "Unexpected endings, by the council",
        counted=partial(unplanned_by, instigator=Instigator.COUNCIL),
    ),
    Measure("K-05", "Time to the first suitable offer", counted=time_to_first, divided=False),
    Measure("K-06", "Time to placement", counted=time_to_placement, divided=False),
    Measure("K-07", "Unfilled referrals", counted=unfilled, target="0"),
    Measure("K-08", "In house first", counted=in_house_first, target="100%"),
    Measure(
        "K-09",
        "Emergency information supplied in 72 hours",
        not_captured="Nobody records that full information was supplied (C-INFO-72).",
        target="100%",
    ),
    Measure("K-42", "Unmet need", counted=unmet, divided=False),
    Measure("K-43", "Siblings together", counted=together),
)

MEASURES: Mapping[str, Measure] = {each.code: each for each in ALL}

PER_PLACEMENT_DAYS = frozenset({"K-03", "K-04"})
"""Also told per thousand placement-days (page 04)."""
