"""A council's log for measures: searches and placements as they were recorded."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

from application.measures.catalogue import MEASURES
from application.measures.figure import Figure, figure
from application.measures.quarter import Quarter
from application.measures.told import Item, Told
from domain.placement.chronology import chronology
from domain.provider import Provider
from domain.shared.messages import Event
from tests.support.placements import history as placement_history
from tests.support.referrals import recorded

WINTER = Quarter(date(2026, 1, 1))
SPRING = Quarter(date(2026, 4, 1))
LATER = datetime(2027, 1, 1, tzinfo=UTC)


def told(
    *searches: Sequence[Event],
    placements: Sequence[Sequence[Event]] = (),
    providers: Mapping[UUID, Provider] | None = None,
    quarter: Quarter = WINTER,
    judged_at: datetime = LATER,
) -> Told:
    stays: list[Any] = [placement_history(*cast("Any", each)) for each in placements]
    return Told(
        searches=[list(recorded(cast("Any", each))) for each in searches],
        placements=stays,
        stays=[stay for each in stays for stay in chronology(each).stays],
        providers=providers or {},
        quarter=quarter,
        judged_at=judged_at,
    )


def items(code: str, of: Told) -> list[Item]:
    counted = MEASURES[code].counted
    assert counted is not None
    return list(counted(of))


def counted(code: str, of: Told, **changed: Any) -> Figure:
    asked = {"divided": MEASURES[code].divided, "published": False, **changed}
    return figure(items(code, of), **asked)


def ratio(code: str, of: Told) -> tuple[int | None, int | None, str]:
    total = counted(code, of).total
    return total.numerator, total.denominator, total.percent
