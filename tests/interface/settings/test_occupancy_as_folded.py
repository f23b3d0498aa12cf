"""The occupancy that is kept says what a home's own history says, cut at any position."""

from datetime import UTC, date, datetime

from application.setting.queries import Whose
from application.shared.asking import AsOf
from domain import setting
from domain.setting.commands.places import (
    BlockPlaces,
    CorrectArrival,
    CorrectDeparture,
    PlacesCommand,
    RecordArrival,
    RecordDeparture,
    RecordOtherAuthorityOccupancy,
    ReleaseReservation,
    ReservePlace,
    UnblockPlaces,
    VoidArrival,
)
from domain.setting.commands.register import (
    ChangeCapacity,
    CloseTemporarily,
    RecordRegistrationEnded,
    RegisterCommand,
    RestrictAdmissions,
)
from domain.setting.registration import RegistrationKind
from domain.shared.envelope import StreamId
from domain.shared.moments import days_between
from tests.support.children import tell
from tests.support.registers import home
from tests.support.service import DERBY, Office
from tests.support.settings import ALEX, BILLIE, BLOCK, CHRIS, EXPIRES, march

STORY: tuple[PlacesCommand | RegisterCommand, ...] = (
    ReservePlace(placement_id=ALEX, arrives=march(2), leaves=march(20), expires_at=EXPIRES),
    RecordArrival(placement_id=ALEX, on=march(3)),
    RecordArrival(placement_id=BILLIE, on=march(4)),
    RecordOtherAuthorityOccupancy(count=1, from_=march(5), until=march(9)),
    CorrectArrival(placement_id=BILLIE, on=march(6)),
    RecordDeparture(placement_id=ALEX, on=march(8)),
    CorrectDeparture(placement_id=ALEX, on=march(7)),
    BlockPlaces(block_id=BLOCK, count=1, from_=march(12), until=march(18), reason="repairs"),
    UnblockPlaces(block_id=BLOCK, from_=march(15)),
    ReservePlace(placement_id=CHRIS, arrives=march(20), expires_at=EXPIRES),
    ReleaseReservation(placement_id=CHRIS, why="expired"),
    ChangeCapacity(places=1, from_=march(10)),
    VoidArrival(placement_id=BILLIE),
    RestrictAdmissions(from_=march(11), until=march(13), source="council"),
    CloseTemporarily(from_=march(14), until=march(16)),
    RecordRegistrationEnded(kind=RegistrationKind.CHILDRENS_HOME, on=march(25), reason="cancelled"),
)
NIGHTS = days_between(march(1), date(2026, 4, 1))


def test_at_every_position_both_say_the_same(office: Office) -> None:
    path = home(office)
    setting_id = path.removeprefix("/settings/")
    stream = StreamId(f"setting-{setting_id}")
    for command in STORY:
        tell(office.running, stream, setting.decider, command)
    registers = office.running.service.registers
    positions = [each.position for each in office.running.streams.read(stream).events]

    for position in positions:
        of = AsOf(day=march(1), position=position, at=datetime(2026, 4, 1, tzinfo=UTC))
        whose = Whose(authority=DERBY, limit=10)
        (kept,) = registers.occupancy.by_night(whose, NIGHTS, position)
        folded = registers.setting_records.occupancy(kept.setting_id, NIGHTS, of)
        assert kept.nights == folded.nights

    assert len(positions) == len(STORY) + 2
