"""A child's words are where they belong and nowhere else.

A child with values that could be nobody else's is taken through a whole search. Afterwards
the values stand in no line of the log, no address, no refusal, nothing that a provider is
shown, and nowhere on the disk in the clear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
import structlog
from sqlalchemy import MetaData, select

from application.access.principal import Role
from interface import logs
from tests.support.children import move_in
from tests.support.market import SECTIONS, Search, led_to_market, referral_of, seller
from tests.support.service import Office

NAME, KNOWN_AS = "Zephyrine Quillfeather", "Zephycanary"
POSTCODE, NHS, BORN = "DE21 7QX", "999 123 4567", "2009-12-24"
FREE_TEXT = "the marmalade heron confided in her"
SUMMARY = "prefers a gentle walrus at breakfast"
CLEAR = ("zephyrine", "quillfeather", "zephycanary", "de21 7qx", "de217qx", "999 123 4567",
         "9991234567", "2009-12-24", "marmalade heron")  # fmt: skip
ON_DISK = (*CLEAR, "gentle walrus")
"""A pack's summary is written for providers to read, and is sealed on the disk all the same."""

CHILD = {
    "full_name": NAME,
    "known_as": [KNOWN_AS],
    "birth_date": {"born_on": BORN, "source": FREE_TEXT},
    "sex": "F",
    "identifiers": [{"kind": "nhs", "value": NHS}],
    "home_postcode": POSTCODE,
}


@dataclass
class Overheard:
    """Every exchange with the service."""

    addresses: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    shown_to_providers: list[str] = field(default_factory=list)

    def hear(self, response: httpx2.Response) -> None:
        response.read()
        request = response.request
        self.addresses.append(str(request.url))
        self.addresses += [response.headers.get("Location", "")]
        if response.status_code >= 400:
            self.refusals.append(response.text)
        if request.url.path.startswith("/v1/invitations"):
            self.shown_to_providers.append(response.text + str(response.headers))


@pytest.fixture
def overheard(office: Office) -> Iterator[Overheard]:
    heard = Overheard()
    office.client.event_hooks["response"].append(heard.hear)
    yield heard
    office.client.event_hooks["response"].remove(heard.hear)
    structlog.reset_defaults()  # what the test logs to is closed after it


def journey(office: Office) -> Search:
    """From the first word about a child to a home, with every free text that there is."""
    opened = office.post("/cases", CHILD, role=Role.CASEWORKER)
    case_id = opened.json()["ids"]["case_id"]
    amendment = {"known_as": [KNOWN_AS + "-again"], "reason": FREE_TEXT}
    office.post(f"/cases/{case_id}/identity-amendments", amendment, if_match='"1"')
    for path, body in (
        ("allocations", {"kind": "social_worker", "who": "demo-caseworker", "since": "2026-03-02",
                         "handover_note": FREE_TEXT}),
        ("periods-of-care", {"legal_status": "accommodated", "on": "2026-03-02",
                             "category_of_need": "N1"}),
    ):  # fmt: skip
        told = office.post(f"/cases/{case_id}/{path}", body, role=Role.CASEWORKER)
        assert told.status_code == 201, told.text
    held = {"on": "2026-03-27", "participation": "PN1", "views": FREE_TEXT, "outcome": FREE_TEXT}
    office.post(f"/cases/{case_id}/statutory-reviews-held", held, role=Role.IRO)
    drafted = office.post("/referrals", referral_of(office, case_id), role=Role.BROKER)
    search = Search(office, case_id, drafted.json()["ids"]["referral_id"])
    return chosen(office, search)


def chosen(office: Office, search: Search) -> Search:
    market, other = seller(office), seller(office)
    wordy = Wordy(search.office, search.case_id, search.referral_id)
    led_to_market(wordy)
    wordy.publish()
    offer_id = wordy.offer(market).json()["ids"]["offer_id"]
    opened = wordy.answer(other, "views", {}).json()["invitation_id"]
    office.get(f"/invitations/{opened}", **other.user)
    wordy.answer(other, "declines", {"reason": "no_vacancy", "text": "Full until May."})
    office.quiet()
    choice = wordy.choice(
        offer_id, reasons=FREE_TEXT, match_statement=FREE_TEXT, childs_views=FREE_TEXT
    )
    preferred = wordy.act("preferred-offers", choice)
    assert preferred.status_code == 201, preferred.text
    move_in(office.running, search.case_id, office.running.office.today())
    return wordy


@dataclass
class Wordy(Search):
    """Tells the same thing wherever something may be told."""

    def write(self, names: Sequence[str] = SECTIONS) -> None:
        details = {
            "provision": "supported_accommodation",
            "lot_wanted": "2.1",
            "duration": "long",
            "location": "in_area",
            "sharing": "either",
            "indicative_weekly": 95000,
        }
        sections = dict.fromkeys(names, FREE_TEXT)
        self.done("sections", {"sections": sections, "request": details}, Role.CASEWORKER)

    def publication(self, **changed: Any) -> Any:
        told = super().publication(**changed)
        return {**told, "pack": {**told["pack"], "summary": SUMMARY}}


def provoke(office: Office, search: Search) -> None:
    """Everything that is refused while a child's words are in the request."""
    case, token = f"/cases/{search.case_id}", office.token()
    spoilt = [
        office.post("/cases", CHILD),
        office.post("/cases", {**CHILD, "sex": NAME, NAME: POSTCODE}),
        office.post("/cases", {**CHILD, "birth_date": {"born_on": NAME, "source": 7}}),
        office.post(f"{case}/identity-amendments", {"reason": FREE_TEXT}, if_match='"99"'),
        office.post(f"{case}/identity-amendments", {"reason": FREE_TEXT}),
        office.post(f"{case}/allocations", {"kind": FREE_TEXT, "who": NAME, "since": BORN}),
        office.post(f"{search.path}/sections", {"sections": {NAME: FREE_TEXT}}),
        office.post(f"{search.path}/publications", {"pack": {"summary": NAME}}, if_match='"1"'),
        office.client.post("/v1/cases", content=NAME.encode(), headers={
            "Authorization": f"Bearer {token}", "Idempotency-Key": "spoilt-0001",
            "Content-Type": "application/json"}),
        office.client.post("/v1/cases/searches", json={"name": NAME, POSTCODE: NHS}, headers={
            "Authorization": f"Bearer {token}"}),
        office.post("/cases", CHILD, role=Role.PROVIDER_MANAGER),
    ]  # fmt: skip
    assert all(answer.status_code >= 400 for answer in spoilt)


def read_everything(office: Office, search: Search) -> None:
    for path in (
        f"/cases/{search.case_id}",
        f"/cases/{search.case_id}/timeline",
        f"/cases/{search.case_id}/clocks",
        f"/cases/{search.case_id}/breaches",
        search.path,
        "/referrals",
        "/clocks",
    ):
        answer = office.get(path, role=Role.TEAM_MANAGER)
        assert answer.status_code == 200, (path, answer.text)
    office.get(f"/cases/{search.case_id}/timeline", {NAME: POSTCODE})
    found = office.client.post(
        "/v1/cases/searches",
        json={"name": NAME, "identifier": NHS},
        headers={"Authorization": f"Bearer {office.token()}"},
    )
    assert [child["name"] for child in found.json()] == [NAME]


def stored(office: Office) -> bytes:
    """Every byte that the service has on the disk, as whoever took the disk reads it."""
    settings = office.running.settings
    files = b"".join(p.read_bytes() for p in sorted(settings.home.rglob("*")) if p.is_file())
    if not office.running.database.is_postgres:
        return files
    return files + b"\n".join(_cells(office))


def _cells(office: Office) -> Iterator[bytes]:
    metadata = MetaData()
    with office.running.database.read() as connection:
        metadata.reflect(connection)
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield from (c if isinstance(c, bytes) else str(c).encode() for c in row)


def leaks(told: str | bytes, words: tuple[str, ...] = CLEAR) -> list[str]:
    text = told.decode("latin-1") if isinstance(told, bytes) else told
    return [word for word in words if word in text.lower()]


@pytest.mark.filterwarnings("ignore:Did not recognize type")
def test_a_childs_words_are_nowhere_but_where_they_belong(
    office: Office, overheard: Overheard, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure()
    search = journey(office)
    provoke(office, search)
    read_everything(office, search)
    office.quiet()

    mine = [url for url in overheard.addresses if "timeline?" not in url]
    log = capsys.readouterr()
    assert leaks("\n".join(mine)) == []
    assert log.err.count('"event": "request"') > 40
    assert leaks(log.err + log.out) == []
    assert len(overheard.refusals) >= 11
    assert leaks("\n".join(overheard.refusals)) == []
    assert len(overheard.shown_to_providers) > 4
    assert any("gentle walrus" in shown for shown in overheard.shown_to_providers)
    assert leaks("\n".join(overheard.shown_to_providers)) == []
    on_disk = stored(office)
    assert b"case.opened.v1" in on_disk
    assert leaks(on_disk, ON_DISK) == []


def test_a_leak_would_be_seen(office: Office) -> None:
    """What is plain by design is found by the same look: the way a search is told of."""
    office.post("/cases", {**CHILD, "ethnicity": "WBRI"})

    assert leaks(stored(office), ("case.opened.v1", "e06000015", "wbri")) == [
        "case.opened.v1",
        "e06000015",
        "wbri",
    ]
