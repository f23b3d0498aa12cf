"""Relatives, addresses, schools and numbers: on record, dated, and always looked for."""

from datetime import date
from uuid import UUID

import pytest

from domain.case.chronology import chronology
from domain.case.commands import EndConnection, RecordConnection
from domain.case.connections import Connection, ConnectionId, ConnectionKind
from domain.case.events import ConnectionEnded, ConnectionRecorded
from domain.case.marks import Mark, MarkKind, marks_of
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from tests.support.cases import WORKER, case, case_opened
from tests.support.clocks import log

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
HOME = Connection(
    connection_id=ConnectionId(UUID(int=70)),
    kind=ConnectionKind.ADDRESS,
    relation="own_home",
    value="14 Larkspur Rise",
    postcode="de21 7qx",
    confidential=True,
    since=MARCH,
)
RECORDED = ConnectionRecorded(connection=HOME, by=WORKER)
ENDED = ConnectionEnded(connection_id=HOME.connection_id, on=APRIL, by=WORKER)


def end(on: date = APRIL) -> EndConnection:
    return EndConnection(connection_id=HOME.connection_id, on=on, by=WORKER)


def test_an_address_is_recorded_and_ends() -> None:
    case.given(case_opened()).when(RecordConnection(connection=HOME, by=WORKER)).then(RECORDED)
    case.given(case_opened(), RECORDED).when(end()).then(ENDED)


def test_what_is_not_on_record_or_not_yet_begun_does_not_end() -> None:
    case.given(case_opened()).when(end()).then_refused(NotFound)
    case.given(case_opened(), RECORDED, ENDED).when(end()).then_refused(WrongState)
    case.given(case_opened(), RECORDED).when(end(date(2026, 2, 1))).then_refused(
        EffectiveBeforeStream
    )


@pytest.mark.covers("4-264")
def test_an_address_that_was_left_is_looked_for_all_the_same() -> None:
    child = chronology(log(case_opened(), RECORDED, ENDED))

    (held,) = child.connections
    assert (held.since, held.until) == (MARCH, APRIL)
    assert {
        Mark(kind=MarkKind.ADDRESS, text="14 Larkspur Rise", confidential=True),
        Mark(kind=MarkKind.POSTCODE, text="DE21 7QX", confidential=True),
    } <= set(marks_of(child))
