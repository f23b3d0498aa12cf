"""The log read in order: projected, and its chain verified, against reading and decoding it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter
from uuid import UUID, uuid4

from eventsourcing.persistence import Notification

from application.shared.ports import Writing
from benchmarks.measuring import Row, at_least, by_turns
from benchmarks.places import Bench, Places
from benchmarks.saving import nothing_in
from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted
from domain.shared.envelope import FileId, StreamId
from domain.shared.vocabulary import ReferralId
from infrastructure.event_store.codec import previous_of
from infrastructure.event_store.digests import NOTHING, digest
from infrastructure.read_models.positions import begin
from infrastructure.read_models.projector import Projector
from infrastructure.read_models.referral_board import MODEL
from tests.support.notebook import occasion
from tests.support.referrals import ASH, ELM, OAK, until_preferred

PROJECT, VERIFY = 0.40, 0.80
PAGE = 500
FILE = FileId("case-bench")


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    size = 5_000 if quick else 20_000
    with places.benches("reading") as benches:
        for bench in benches:
            fill(bench, size)
            told = f"{bench.name}, {size:,} events"
            decoded = partial(lap, size, partial(decode, bench))
            yield at_least(
                f"projecting the referral board, {told}",
                by_turns(decoded, partial(lap, size, partial(project, bench)), 1),
                PROJECT,
                "events a second",
            )
            yield at_least(
                f"verifying the chain, {told}",
                by_turns(decoded, partial(lap, size, partial(verify, bench)), 3),
                VERIFY,
                "events a second",
            )


def lap(size: int, work: Callable[[], None]) -> float:
    started = perf_counter()
    work()
    return size / (perf_counter() - started)


def fill(bench: Bench, size: int) -> None:
    """Searches that were led to a choice among three offers, until there are so many events."""
    bench.ring.create(FILE)
    written = 0
    while written < size:
        batch = [search(until_preferred(OAK, ELM, ASH)) for _ in range(50)]
        bench.streams.append(batch, occasion(), {})
        written += sum(len(writing.events) for writing in batch)


def search(events: Sequence[ReferralEvent]) -> Writing:
    referral_id = ReferralId(uuid4())
    own = [
        event.model_copy(update={"referral_id": referral_id, "case_id": UUID(int=2)})
        if isinstance(event, ReferralDrafted)
        else event
        for event in events
    ]
    return Writing(nothing_in(StreamId(f"referral-{referral_id}")), own, FILE)


def pages(bench: Bench) -> Iterator[Sequence[Notification]]:
    position = 0
    while page := bench.streams.recorder.select_news(position, PAGE):
        yield page
        position = page[-1].id


def decode(bench: Bench) -> None:
    for page in pages(bench):
        for row in page:
            bench.streams.codec.decode(row)


def verify(bench: Bench) -> None:
    heads: dict[str, bytes] = {}
    for page in pages(bench):
        for row in page:
            stream = str(row.originator_id)
            if previous_of(row.state) != heads.get(stream, NOTHING):
                raise ValueError(f"the chain of {stream} is broken")
            heads[stream] = digest(stream, row.originator_version, row.topic, row.state)


def project(bench: Bench) -> None:
    """As a rebuild does: from the first event on, in shadow."""
    projector = Projector(bench.database, bench.streams, bench.sealer)
    build = MODEL.build(next(NUMBERS))
    with bench.database.write() as connection:
        build.metadata.create_all(connection)
        begin(connection, build.key)
    while projector.step([build]):
        pass


NUMBERS = iter(range(9_000, 10_000))
