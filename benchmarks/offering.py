"""A search that goes to two hundred providers, and all of them offering at once."""

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from queue import Empty, SimpleQueue

from benchmarks.client import Connection
from benchmarks.measuring import Row, p
from benchmarks.places import Places
from benchmarks.serving import GREETING, hello, post
from domain.referral.events.search import ProviderInvited
from domain.shared.envelope import StreamId
from tests.support.market import Search, Seller, ready_to_publish, seller
from tests.support.service import Office, furnish, opened
from tests.support.serving import Server, serving

PROVIDERS = 200
CLIENTS = 16
TIMES = 10
"""How many times the floor's middle the slowest hundredth of the offers may take."""


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    for name, url in places.urls("offering").items():
        home = places.folder / f"offering-{name}"
        home.mkdir()
        spent, search, asked = published(home, url, 32 if quick else PROVIDERS)
        yield Row(
            what=f"publishing to {len(asked)} providers, one command, {name}",
            found=f"{1000 * spent:.0f} ms",
            wanted="",
            met=None,
        )
        with serving(home, url) as server, hello() as port:
            floor = p(together(port, [GREETING] * 40 * CLIENTS), 0.5)
            offers = together(server.port, requests(server, search, asked))
        yield offering(name, floor, offers)


def offering(name: str, floor: float, offers: Sequence[float]) -> Row:
    slowest, middle = p(offers, 0.99), p(offers, 0.5)
    return Row(
        what=f"an offer among {CLIENTS} clients, p99 against p50 of async hello, {name}",
        found=f"{slowest / floor:.0f} times",
        wanted=f"under {TIMES} times",
        met=slowest < TIMES * floor,
        detail=f"{1000 * slowest:.0f} ms (p50 {1000 * middle:.0f}) against {1000 * floor:.1f} ms",
    )


def published(
    home: Path, url: str, providers: int
) -> tuple[float, Search, Sequence[tuple[Seller, str]]]:
    """The seconds that publication took, and which invitation each provider got by it."""
    furnish(home, url)
    with redirect_stdout(StringIO()), opened(home, url) as office:
        sellers = [seller(office) for _ in range(providers)]
        search = ready_to_publish(office)
        office.quiet()
        started = time.perf_counter()
        search.done("publications", search.publication())
        spent = time.perf_counter() - started
        office.quiet()
        return spent, search, invitations(office, search, sellers)


def invitations(
    office: Office, search: Search, sellers: Sequence[Seller]
) -> Sequence[tuple[Seller, str]]:
    facts = office.running.streams.read(StreamId(f"referral-{search.referral_id}")).facts
    sent = {e.provider_id: e.invitation_id for e in facts if isinstance(e, ProviderInvited)}
    return [(each, str(sent[each.provider_id])) for each in sellers]


def requests(
    server: Server, search: Search, asked: Sequence[tuple[Seller, str]]
) -> Sequence[bytes]:
    """An offer of each provider, ready to be sent."""
    return [
        post(
            f"/v1/invitations/{invitation_id}/offers",
            server.token(**who.user),
            f"offer-{number:06d}",
            json.dumps(search.offer_of(who)),
        )
        for number, (who, invitation_id) in enumerate(asked)
    ]


def together(port: int, waiting: Sequence[bytes]) -> list[float]:
    """The seconds that each request took, with all clients taking from one pile."""
    pile: SimpleQueue[bytes] = SimpleQueue()
    for request in waiting:
        pile.put(request)
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = [pool.submit(_emptied, port, pile) for _ in range(CLIENTS)]
        return [spent for each in done for spent in each.result()]


def _emptied(port: int, pile: SimpleQueue[bytes]) -> list[float]:
    connection, spent = Connection(port), []
    try:
        while True:
            request = pile.get_nowait()
            started = time.perf_counter()
            status, body = connection.ask(request)
            spent.append(time.perf_counter() - started)
            if status >= 300:
                raise RuntimeError(f"{status}: {body.decode()}")
    except Empty:
        return spent
    finally:
        connection.close()
