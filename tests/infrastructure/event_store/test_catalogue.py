"""Every event that ships can be stored, sealed and read again, under a name that lasts."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, get_args

import pytest
from eventsourcing.persistence import StoredEvent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.shared.envelope import Channel, FileId, Recorded, StreamId
from domain.shared.messages import Event
from domain.shared.personal import ERASED, Erased, Sealed
from infrastructure.clock import TimeOrderedIds
from infrastructure.event_store import catalogue
from infrastructure.event_store.catalogue import SHIPPED, Catalogue, Payload, Upcaster
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.digests import NOTHING
from infrastructure.keys.plan import plan
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealed_paths import Choice, Entries, Fields, Items, Leaf, Node
from infrastructure.keys.sealing import FieldSealer
from tests.support.events import events_of
from tests.support.notebook import OFFICER, ring_in

EVERY = sorted(SHIPPED.classes.values(), key=lambda event_class: event_class.stored_as)
FILE, STREAM = FileId("case-1"), StreamId("case-1")
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)

every_class = pytest.mark.parametrize("event_class", EVERY, ids=lambda each: each.stored_as)


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyRing]:
    folder: Path = tmp_path_factory.mktemp("ring")
    with closing(ring_in(folder)) as opened:
        opened.create(FILE)
        yield opened


def recorded(event: Event) -> Recorded[Event]:
    return Recorded(
        event=event,
        event_id=TimeOrderedIds().new(),
        stream=STREAM,
        version=7,
        position=0,
        effective_at=event.effective() or NOW,
        recorded_at=NOW,
        actor=OFFICER,
        channel=Channel.API,
        file=FILE,
        reason=None,
        command_key="key-00001",
    )


def stored(codec: Codec, event: Recorded[Event]) -> StoredEvent:
    body = codec.encode(event, NOTHING)
    return StoredEvent(STREAM, event.version, event.event.stored_as, body)


@every_class
def test_whatever_of_an_event_may_be_erased_is_known_to_be_sealed(
    event_class: type[Event],
) -> None:
    may_be_erased = Erased.__name__ in event_class.model_json_schema().get("$defs", {})
    assert has_leaf(plan(event_class)) is may_be_erased


def has_leaf(node: Node | None) -> bool:
    match node:
        case Leaf():
            return True
        case Fields(inner):
            return any(map(has_leaf, inner.values()))
        case Items(inner) | Entries(inner):
            return has_leaf(inner)
        case Choice(members):
            return any(has_leaf(member.node) for member in members)
        case _:
            return False


@every_class
def test_a_stored_name_has_capability_fact_and_version(event_class: type[Event]) -> None:
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+\.v[1-9][0-9]*", event_class.stored_as)


def test_no_two_events_have_the_same_stored_name() -> None:
    """`Catalogue.of` would keep the last of them in silence."""
    members = [
        each.stored_as for union in catalogue.UNIONS for each in (get_args(union) or (union,))
    ]
    assert [name for name, count in Counter(members).items() if count > 1] == []
    assert len(members) == len(EVERY) > 80


@every_class
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_event_is_read_as_it_was_written(
    ring: KeyRing, event_class: type[Event], data: st.DataObject
) -> None:
    event = data.draw(events_of(event_class))
    codec = Codec(SHIPPED, FieldSealer(ring))

    assert event_class.model_validate_json(event.model_dump_json()) == event
    written = recorded(event)
    assert codec.decode(stored(codec, written)) == written


class Described(Event):
    """The newest of three shapes: first a name, then names, then names and a colour."""

    stored_as: ClassVar[str] = "test.described.v3"

    names: tuple[Sealed[str], ...]
    colour: str


class DescribedOnce(Event):
    stored_as: ClassVar[str] = "test.described.v1"

    name: Sealed[str]


def lifted(first: Payload) -> Payload:
    return {"names": [first["name"]]}


def coloured(second: Payload) -> Payload:
    return second | {"colour": "not recorded"}


OLD = Catalogue.of([DescribedOnce])
NEW = Catalogue(
    {Described.stored_as: Described},
    {
        "test.described.v1": Upcaster("test.described.v2", lifted),
        "test.described.v2": Upcaster("test.described.v3", coloured),
    },
)


def test_an_old_event_is_lifted_step_by_step_after_it_was_unsealed(ring: KeyRing) -> None:
    sealer = FieldSealer(ring)
    row = stored(Codec(OLD, sealer), recorded(DescribedOnce(name="Otter")))
    assert b"Otter" not in row.state

    assert Codec(NEW, sealer).decode(row).event == Described(
        names=("Otter",), colour="not recorded"
    )


def test_an_old_event_of_an_erased_file_is_lifted_too(tmp_path: Path) -> None:
    with closing(ring_in(tmp_path)) as ring:
        ring.create(FILE)
        sealer = FieldSealer(ring)
        row = stored(Codec(OLD, sealer), recorded(DescribedOnce(name="Otter")))
        ring.destroy(FILE, NOW)

        read: Any = Codec(NEW, sealer).decode(row).event

    assert read.names == (ERASED,)


def test_an_event_that_no_catalogue_names_is_never_passed_over(ring: KeyRing) -> None:
    row = stored(Codec(OLD, FieldSealer(ring)), recorded(DescribedOnce(name="Otter")))

    with pytest.raises(KeyError):
        Codec(SHIPPED, FieldSealer(ring)).decode(row)
