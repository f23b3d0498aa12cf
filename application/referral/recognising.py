"""What a child could be recognised by, gathered: its own record, and the homes it lives in.

The address of a home where a child is placed may be confidential; no pack holds one (6-61).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from application.clock.owners import capability
from application.referral.ports import StreamsOfCase
from application.setting.shown_life import is_confidential
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import setting
from domain.case.marks import Mark, MarkKind, marks_of
from domain.placement.events import PlacementProposed, PlacementStarted, SettingChanged
from domain.placement.unlisted import Unlisted
from domain.setting.events.register import SettingRegistered
from domain.setting.state import Listed
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId, SettingId

Into = PlacementProposed | PlacementStarted | SettingChanged
"""What names a home that a child was to live in, or did."""


@dataclass(frozen=True)
class Recognising:
    registers: Registers
    streams_of_case: StreamsOfCase

    def marks(self, case_id: CaseId) -> tuple[Mark, ...]:
        """Everything that no pack about this child may hold. `RecordErased` once it is gone."""
        of_homes = (mark for event in self._moves(case_id) for mark in self._of(event))
        return tuple(dict.fromkeys((*marks_of(self.registers.child(case_id)), *of_homes)))

    def _moves(self, case_id: UUID) -> Iterator[Into]:
        for stream in self.streams_of_case.streams_of(case_id):
            if capability(stream) != "placement":
                continue
            for event in self.registers.office.streams.read(stream).facts:
                if isinstance(event, PlacementProposed | PlacementStarted | SettingChanged):
                    yield event

    def _of(self, event: Into) -> Iterator[Mark]:
        if isinstance(event, PlacementStarted) and event.unlisted is not None:
            yield from _of_unlisted(event.unlisted)
        home = event.to if isinstance(event, SettingChanged) else event
        yield from self._of_home(home.setting_id)

    def _of_home(self, setting_id: SettingId) -> Iterator[Mark]:
        # The town is no mark: only the house and its street are.
        office, stream = self.registers.office, stream_of("setting", setting_id)
        home = office.state(setting.decider, stream)
        secret = isinstance(home, Listed) and is_confidential(home, office.today())
        for event in office.streams.read(stream).facts:
            if not isinstance(event, SettingRegistered):
                continue
            if not isinstance(event.address, Erased):
                street = event.address.partition(",")[0]
                yield Mark(kind=MarkKind.ADDRESS, text=street, confidential=secret)
            if not isinstance(event.postcode, Erased):
                yield Mark(kind=MarkKind.POSTCODE, text=event.postcode, confidential=secret)


def _of_unlisted(home: Unlisted) -> Iterator[Mark]:
    """Of a home that no register knows: house and street, postcode, and whose it is called."""
    if isinstance(home.address, str):
        yield from (Mark(kind=MarkKind.ADDRESS, text=each) for each in _streets(home.address))
    if isinstance(home.postcode, str):
        yield Mark(kind=MarkKind.POSTCODE, text=home.postcode)
    if isinstance(home.whose, str):
        yield Mark(kind=MarkKind.ADDRESS, text=home.whose)


def _streets(address: str) -> list[str]:
    """The parts that have a number and a name: "2 Larkspur Rise", and neither "Flat 9" nor a town.

    The first part, where none has both.
    """
    parts = [part.strip() for part in address.split(",") if part.strip()]
    numbered = [part for part in parts if any(letter.isdigit() for letter in part)]
    named = [part for part in numbered if sum(word.isalpha() for word in part.split()) > 1]
    return named or parts[:1]
