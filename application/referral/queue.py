"""The board as it is shown: with how old the children are, and what is due next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from application.clock.queries import DueClock, Whose
from application.clock.worklist import Worklist
from application.referral.board import (
    AgeBand,
    Board,
    BoardFilter,
    BoardPlace,
    OnBoard,
    band_of,
)
from application.shared.asking import AsOf
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain import case
from domain.case.state import Open
from domain.shared.clock_catalogue import C_SPOKEN
from domain.shared.vocabulary import age_on


@dataclass(frozen=True)
class Queue:
    """Ages are read from the cases themselves, as they were known: a correction shows at once."""

    board: Board
    worklist: Worklist
    streams: Reads

    def page(
        self, whose: Whose, of: AsOf, wanted: BoardFilter, *, after: BoardPlace | None, limit: int
    ) -> Sequence[OnBoard]:
        """One more than asked for tells that there is another page."""
        found = self.board.page(whose, of, wanted, after=after, limit=limit)
        streams = [stream_of("referral", each.referral_id) for each in found]
        clocks = self.worklist.of_each(streams, of)
        return [
            replace(_with(each, clocks.get(stream, ())), age_bands=tuple(self._ages(each, of)))
            for each, stream in zip(found, streams, strict=True)
        ]

    def _ages(self, line: OnBoard, of: AsOf) -> Iterator[AgeBand]:
        for case_id in (line.case_id, *line.siblings):
            born_on = self._born_on(case_id, of)
            if born_on is not None and born_on <= line.needed_from:
                yield band_of(age_on(born_on, line.needed_from))

    def _born_on(self, case_id: UUID, of: AsOf) -> date | None:
        held = self.streams.read(stream_of("case", case_id), of.position).folded(case.decider)
        born_on = held.born_on if isinstance(held, Open) else None
        return born_on if isinstance(born_on, date) else None


def _with(line: OnBoard, clocks: Sequence[DueClock]) -> OnBoard:
    """What is due first, and the words on the telephone that nobody has owned to."""
    words = [each.anchored_at for each in clocks if each.code == C_SPOKEN]
    return replace(
        line,
        clock=clocks[0] if clocks else None,
        unconfirmed=len(words),
        unconfirmed_since=min(words, default=None),
    )
