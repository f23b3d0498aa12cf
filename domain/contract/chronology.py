"""A contract's dated facts: which version was in force from when until when."""

from collections.abc import Iterable, Sequence

from domain.contract.events import ContractEvent
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded


class VersionPeriod(Period):
    """`until` is the day on which the next version took its place."""

    version: int
    title: str


def chronology(history: Iterable[Recorded[ContractEvent]]) -> Sequence[VersionPeriod]:
    """Yield the versions of one contract, the first one first."""
    periods: list[VersionPeriod] = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        terms, source = recorded.event.terms, recorded.event_id
        if periods:
            replaced = {"until": terms.in_force_from, "ended_by": source}
            periods[-1] = periods[-1].model_copy(update=replaced)
        periods.append(
            VersionPeriod(
                since=terms.in_force_from, source=source, version=terms.version, title=terms.title
            )
        )
    return periods
