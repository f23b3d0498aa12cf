"""Months of a market, lived through the API: chance decides, and its seed is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from application.access.principal import Role
from tests.support import siblings
from tests.support.market import DPS, LOT, SECTIONS, Search, Seller, referral_of, seller
from tests.support.service import Office

LOTS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3")
PROVIDERS = 40
WITHOUT_SUPPORT = "2.3"

ANSWERS = {"offer": 45, "decline": 25, "late": 10, "silence": 20}
REASONS = ("no_vacancy", "match_risk", "staffing", "location", "price")

EMERGENCIES, URGENT, SIBLINGS = 0.10, 0.20, 0.05
"""Shares of all requests; as the demonstration's council has them."""

JUDGED, SUITABLE = 0.8, 0.6
"""Shares of the offers, and of those that are judged."""


@dataclass
class InLot(Search):
    """A search on a lot of its own, urgent or not, in an emergency or not."""

    lot: str = ""
    emergency: bool = False

    @property
    def half_hours(self) -> int:
        return 0 if self.lot == WITHOUT_SUPPORT else 20

    def write(self, names: Sequence[str] = SECTIONS) -> None:
        details = {
            "provision": "supported_accommodation",
            "lot_wanted": self.lot,
            "duration": "long",
            "location": "in_area",
            "sharing": "either",
            "indicative_weekly": 95000,
        }
        texts = {name: f"What is known of {name}." for name in names}
        self.done("sections", {"sections": texts, "request": details}, Role.CASEWORKER)

    def accept(self) -> None:
        self.done("acceptances", {"contract_id": str(DPS), "lot": self.lot})

    def approve(self) -> None:
        if not self.emergency:
            super().approve()
            return
        past = {"reason": "emergency", "text": "Nothing of ours takes anybody tonight."}
        self.done("in-house-bypasses", past, Role.TEAM_MANAGER)
        approval = {"budget_heading": "external_16_plus", "indicative_weekly_pence": 95000}
        self.done("external-search-approvals", approval, Role.NOMINATED_OFFICER)

    def publication(self, **changed: Any) -> Mapping[str, Any]:
        told = super().publication(**changed)
        return {**told, "pack": {**told["pack"], "half_hours": self.half_hours}}

    def offer_of(self, who: Seller, **changed: Any) -> Mapping[str, Any]:
        return super().offer_of(who, **{"half_hours": self.half_hours, **changed})


@dataclass
class MarketLife:
    """Forty providers on six lots, and requests that come day after day."""

    office: Office
    chance: Random
    sellers: Mapping[str, Sequence[Seller]] = field(default_factory=dict)
    lived: int = 0

    @classmethod
    def of(cls, office: Office, seed: int, providers: int = PROVIDERS) -> "MarketLife":
        on: dict[str, list[Seller]] = {lot: [] for lot in LOTS}
        for number in range(providers):
            lot = LOTS[number % len(LOTS)]
            on[lot].append(seller(office, lot=lot))
        office.quiet()
        return cls(office, Random(seed), on)  # noqa: S311  # chance that can be told again

    def live(self, requests: int, days: int) -> None:
        """So many requests over so many days, each answered by chance and in its time."""
        for day in range(days):
            due = requests * (day + 1) // days - requests * day // days
            tomorrow = [later for _ in range(due) for later in self._request()]
            self._tomorrow()
            for later in tomorrow:
                later()

    def _request(self) -> Iterator[Callable[[], object]]:
        """One request, led to the market and answered; what is done about it on the next day."""
        self.lived += 1
        search = self._begun()
        search.write()
        search.submit()
        search.accept()
        search.approve()
        search.publish()
        asked = self.sellers[getattr(search, "lot", LOT)]
        for who in asked:
            (how,) = self.chance.choices(list(ANSWERS), list(ANSWERS.values()))
            if how == "late":
                yield partial(self._offered, search, who, search.invitation(who))
            elif how == "offer":
                yield partial(self._judge, search, self._offered(search, who))
            elif how == "decline":
                declined = {"reason": self.chance.choice(REASONS)}
                assert search.answer(who, "declines", declined).status_code == 201

    def _begun(self) -> Search:
        if self.chance.random() < SIBLINGS:
            return siblings.group(self.office, 2)
        emergency = self.chance.random() < EMERGENCIES
        urgent = emergency or self.chance.random() < URGENT
        child = {
            "full_name": f"Demo-Life Number {self.lived}",
            "birth_date": {"born_on": "2009-06-24", "source": "birth certificate"},
            "sex": "F",
            "not_a_duplicate_because": "A life made up by chance",
        }
        opened = self.office.post("/cases", child, role=Role.CASEWORKER)
        case_id = opened.json()["ids"]["case_id"]
        body = referral_of(self.office, case_id, "urgent" if urgent else "standard")
        drafted = self.office.post(
            "/referrals", {**body, "emergency": emergency}, role=Role.CASEWORKER
        )
        assert drafted.status_code == 201, drafted.text
        referral_id = drafted.json()["ids"]["referral_id"]
        lot = self.chance.choice(LOTS)
        return InLot(self.office, case_id, referral_id, lot=lot, emergency=emergency)

    def _judge(self, search: Search, offer_id: str) -> None:
        """Most offers are called suitable or not; the rest nobody got round to."""
        if self.chance.random() < JUDGED:
            suitable = self.chance.random() < SUITABLE
            said = {"offer_id": offer_id, "suitable": suitable, "reason": "By chance."}
            search.done("suitability-judgements", said)

    def _offered(self, search: Search, who: Seller, asked: str | None = None) -> str:
        """Tomorrow the newest invitation is another search's: who comes late says which."""
        whole = {"siblings": {"extent": "together"}, "price": siblings.lines(1, 2)}
        told = search.offer_of(who, **(whole if isinstance(search, siblings.Group) else {}))
        path = f"/invitations/{asked or search.invitation(who)}/offers"
        offered = self.office.post(path, told, **who.user)
        assert offered.status_code == 201, offered.text
        offer_id: str = offered.json()["ids"]["offer_id"]
        return offer_id

    def _tomorrow(self) -> None:
        """An hour later than today, so that every window of a day has closed."""
        self.office.move_clock(self.office.running.clock.now() + timedelta(hours=25))
