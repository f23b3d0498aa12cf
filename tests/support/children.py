"""Children of a whole service: opened over HTTP, and told of in whatever stream."""

import time
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from application.access.principal import Role
from application.shared.casework import Act, Ask
from application.shared.ports import Occasion, Receipt
from domain import placement, setting
from domain.placement.arrangement import Arrangement
from domain.placement.commands import CorrectStart, RecordStart
from domain.shared.decider import Decider
from domain.shared.envelope import Actor, Channel, FileId, GssCode, StreamId
from domain.shared.moments import When
from domain.shared.vocabulary import (
    CaseId,
    EventId,
    Locality,
    PlacementId,
    ProviderId,
    Provision,
    SettingId,
    Subject,
)
from interface.bootstrap import Running
from tests.support.service import DERBY, Office
from tests.support.settings import list_home

BORN = date(2010, 9, 14)


def tell(
    running: Running,
    stream: StreamId,
    decider: Decider[Any, Any, Any],
    command: Any,
    *,
    file: FileId | None = None,
    by: str = "demo-broker",
    authority: GssCode = DERBY,
    channel: Channel = Channel.API,
    wait: bool = True,
) -> Receipt:
    """Ask one stream for one thing, as a handler does; `wait` until it can be read."""
    occasion = Occasion(
        actor=Actor(subject=by, role="broker", authority=authority),
        now=running.clock.now(),
        channel=channel,
        correlation=uuid4(),
        give_up_at=time.monotonic() + 10,
    )
    receipt = running.office.casework.do(
        occasion, lambda: Act([Ask(stream, decider, command, file=file)])
    )
    if wait and receipt.position:
        running.shelf.wait_for(receipt.position)
    return receipt


def open_child(office: Office, name: str = "Demo-Otter Brambleshade", **more: Any) -> str:
    """A child's case, over HTTP; its id."""
    body: Mapping[str, Any] = {
        "full_name": name,
        "known_as": ["Otty"],
        "birth_date": {"born_on": BORN.isoformat(), "source": "birth certificate"},
        "sex": "F",
        "not_a_duplicate_because": "Another child of the demonstration",
        **more,
    }
    answer = office.post("/cases", body, role=Role.BROKER)
    assert answer.status_code == 201, answer.text
    case_id: str = answer.json()["ids"]["case_id"]
    return case_id


def list_setting(running: Running) -> SettingId:
    """A home on the register, called The Limes."""
    setting_id = SettingId(uuid4())
    command = list_home().model_copy(update={"setting_id": setting_id})
    tell(running, StreamId(f"setting-{setting_id}"), setting.decider, command)
    return setting_id


def move_in(
    running: Running,
    case_id: str,
    at: When,
    setting_id: SettingId | None = None,
    *,
    provider_id: UUID | None = None,
) -> PlacementId:
    """The child moved in, with nothing agreed beforehand."""
    placement_id = PlacementId(uuid4())
    where = Arrangement(
        placement_id=placement_id,
        case_id=CaseId(UUID(case_id)),
        setting_id=setting_id or SettingId(uuid4()),
        provision=Provision.FOSTERING,
        provider_id=ProviderId(provider_id) if provider_id else None,
        distance_tenths=62,
        locality=Locality.IN_AREA,
    )
    command = RecordStart(at=at, born_on=BORN, arrangement=where)
    file = running.office.file_of(StreamId(f"case-{case_id}"))
    tell(running, placement_stream(placement_id), placement.decider, command, file=file)
    return placement_id


def correct_move(running: Running, placement_id: PlacementId, at: When | datetime) -> None:
    """The child moved in at another time than was recorded; a manager agrees."""
    stream = placement_stream(placement_id)
    start = next(
        each for each in running.streams.read(stream).events if each.event.milestone == "placed"
    )
    command = CorrectStart(
        corrects=EventId(start.event_id),
        at=at,
        reason="Typed wrongly",
        approved_by=Subject("demo-manager"),
        by=Subject("demo-broker"),
    )
    tell(running, stream, placement.decider, command)


def placement_stream(placement_id: PlacementId) -> StreamId:
    return StreamId(f"placement-{placement_id}")
