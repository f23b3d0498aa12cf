"""When a release keeps clocks that an edition of the limits has never heard of."""

from collections.abc import Sequence

from domain.reference.commands import PublishClockLimits
from domain.reference.events import ClockLimitsPublished, ReferenceEvent


def completed(
    editions: Sequence[ReferenceEvent], shipped: PublishClockLimits
) -> Sequence[PublishClockLimits]:
    """An edition for each that lacks a limit: its own limits, and the shipped for the rest.

    It takes the day of the one that it completes, whose own limits stay as they were.
    """
    newest = {
        each.in_force_from: each for each in editions if isinstance(each, ClockLimitsPublished)
    }
    names = {each.edition for each in editions}
    lacking = [each for each in newest.values() if shipped.limits.keys() - each.limits.keys()]
    return [_complete(each, shipped, names) for each in lacking]


def _complete(
    edition: ClockLimitsPublished, shipped: PublishClockLimits, names: set[str]
) -> PublishClockLimits:
    return PublishClockLimits(
        edition=_free(edition.edition, names),
        in_force_from=edition.in_force_from,
        source=f"{edition.source}; for what it lacks: {shipped.source}",
        approved_by=shipped.approved_by,
        limits={**shipped.limits, **edition.limits},
    )


def _free(name: str, names: set[str]) -> str:
    number = 2
    while f"{name}-{number}" in names:
        number += 1
    return f"{name}-{number}"
