"""The hours of support of one child, bought, given and confirmed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from application.case.record import ChildRecord
from domain.placement.support_hours import SupportWeek, support_weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSupport:
    """The weeks of one placement; `shortfall_half_hours` is that of all that were confirmed."""

    placement_id: str
    weeks: tuple[SupportWeek, ...]
    shortfall_half_hours: int


def support_shown(record: ChildRecord) -> Iterator[ShownSupport]:
    for history in record.of_kind("placement"):
        weeks = tuple(support_weeks(history.events, record.day))
        if weeks:
            yield ShownSupport(
                placement_id=history.stream.partition("-")[2],
                weeks=weeks,
                shortfall_half_hours=sum(each.shortfall or 0 for each in weeks),
            )
