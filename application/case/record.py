"""All that is on record of one child, cut at a position of the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from application.clock.owners import capability
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.shared.clocks import ClockTerms
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import SettingId
from domain.shared.warnings import Warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRecord:
    """The streams of one child as they stood at `position`, and the question put to them.

    `of` is the day asked about and the instant by which it was known. `clocks` are the
    streams in which its deadlines are noted, `homes` the settings where the child lived.
    """

    case_id: UUID
    of: AsOf
    position: int
    terms: ClockTerms
    warnings: Warnings
    streams: tuple[History[Any], ...]
    clocks: tuple[History[Any], ...] = ()
    homes: Mapping[SettingId, History[Any]]

    @property
    def day(self) -> date:
        return self.of.day

    @property
    def case(self) -> Sequence[Recorded[Any]]:
        return next(iter(self.of_kind("case"))).events

    def of_kind(self, kind: str) -> Iterable[History[Any]]:
        """The streams of one capability, oldest first."""
        return (history for history in self.streams if capability(history.stream) == kind)

    def events(self) -> Iterable[Recorded[Any]]:
        """Everything recorded of the child, deadlines excepted."""
        return (recorded for history in self.streams for recorded in history.events)

    @property
    def versions(self) -> Mapping[str, int]:
        composed = (*self.streams, *self.clocks)
        return {str(each.stream): each.version for each in composed if each.version}
