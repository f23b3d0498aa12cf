"""A market for tests: providers on a lot with homes of their own, and a search led through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from application.access.principal import Role
from domain import provider, setting
from domain.provider.commands import AdmitToLot, RegisterProvider, SuspendProvider
from domain.provider.vocabulary import Evidence, Sector, SuspensionScope
from domain.setting.commands.register import RecordRegistration, RegisterSetting
from domain.setting.registration import RegistrationKind
from domain.shared.envelope import StreamId
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import ContractId, ProviderId, Provision, SettingId, Subject
from tests.support.children import tell
from tests.support.service import DERBY, Office

DPS = ContractId(UUID("b06eb095-efe9-56a8-87bf-57a8eb0636a1"))
"""The council's own purchasing system for supported accommodation, which ships."""
LOT = "2.1"
SINCE = date(2024, 1, 1)

SECTIONS = (
    "request", "child", "contacts", "history", "needs", "risk", "education", "health",
    "identity", "family", "plans", "views", "budget",
)  # fmt: skip

CHILD: Mapping[str, Any] = {
    "full_name": "Demo-Otter Brambleshade",
    "known_as": ["Otty"],
    "birth_date": {"born_on": "2009-12-24", "source": "birth certificate"},
    "sex": "F",
    "identifiers": [{"kind": "nhs", "value": "999 000 0018"}],
    "home_postcode": "DE1 2GQ",
}
CANARIES = ("brambleshade", "otter", "otty", "9990000018", "999 000 0018", "de1 2gq", "de12gq")


def offer_content(**changed: Any) -> Mapping[str, Any]:
    """All that an offer of a home for one says."""
    return {
        "vacant_from": "2026-01-05",
        "staffing": "Two by day, one at night.",
        "night_cover": "waking",
        "risk_management": "A known route home, and a call when late.",
        "shared": False,
        "education_and_transport": "The college is twenty minutes by bus.",
        "introductions": "Tea on Tuesday, a night at the weekend.",
        "signatory": "Placements director",
        **changed,
    }


@dataclass(frozen=True)
class Seller:
    """A provider on the lot, and the home it runs."""

    provider_id: ProviderId
    setting_id: SettingId

    @property
    def user(self) -> Mapping[str, Any]:
        return {
            "role": Role.PROVIDER_RESPONDER,
            "subject": f"user-of-{self.provider_id}",
            "organisation": self.provider_id,
        }


def seller(
    office: Office, *, lot: str | None = LOT, places: int = 2, also: Sequence[str] = ()
) -> Seller:
    """A provider with a registered home for 16 and 17 year olds; on no lot where none is given."""
    found = Seller(ProviderId(uuid4()), SettingId(uuid4()))
    stream = StreamId(f"provider-{found.provider_id}")
    register = RegisterProvider(
        provider_id=found.provider_id,
        name="Harbour Homes Ltd",
        company_number="01234567",
        contact="referrals@harbour.example",
        sector=Sector.PRIVATE,
    )
    tell(office.running, stream, provider.decider, register)
    for each in (lot, *also) if lot is not None else ():
        admit = AdmitToLot(contract_id=DPS, lot=each, from_=SINCE, evidence=frozenset(Evidence))
        tell(office.running, stream, provider.decider, admit)
    _home(office, found, places)
    return found


def another_home(office: Office, of: Seller, *, places: int = 2) -> Seller:
    """The same provider, with another home of its own."""
    found = Seller(of.provider_id, SettingId(uuid4()))
    _home(office, found, places)
    return found


def _home(office: Office, of: Seller, places: int) -> None:
    stream = StreamId(f"setting-{of.setting_id}")
    listed = RegisterSetting(
        setting_id=of.setting_id,
        authority=DERBY,
        provider_id=of.provider_id,
        provision=Provision.SUPPORTED_ACCOMMODATION,
        name="The Limes",
        address="1 Lime Walk, Derby",
        postcode="DE1 1AA",
        district=DERBY,
        configured_places=places,
        from_=SINCE,
    )
    registered = RecordRegistration(
        kind=RegistrationKind.SUPPORTED_ACCOMMODATION,
        urn="SC000001",
        registered_places=places,
        ages=AgeRange(first=16, before=18),
        from_=SINCE,
    )
    tell(office.running, stream, setting.decider, listed)
    tell(office.running, stream, setting.decider, registered)


def suspend(office: Office, who: Seller) -> None:
    today = office.running.office.today()
    command = SuspendProvider(
        scope=SuspensionScope.NEW_PLACEMENTS,
        from_=today,
        reason="Too few staff at night.",
        review_on=today + timedelta(days=20),
        by=Subject("morgan-manager"),
    )
    tell(office.running, StreamId(f"provider-{who.provider_id}"), provider.decider, command)


@dataclass
class Search:
    """One child's referral, led from stage to stage over HTTP."""

    office: Office
    case_id: str
    referral_id: str

    @property
    def path(self) -> str:
        return f"/referrals/{self.referral_id}"

    @property
    def today(self) -> date:
        return self.office.running.office.today()

    def read(self, role: Role = Role.BROKER, **params: Any) -> Any:
        answer = self.office.get(self.path, params, role=role)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def etag(self) -> str:
        found: str = self.office.get(self.path, role=Role.BROKER).headers["ETag"]
        return found

    def act(self, what: str, body: Mapping[str, Any], role: Role = Role.BROKER, **who: Any) -> Any:
        """Act on the version that stands now."""
        return self.office.post(f"{self.path}/{what}", body, if_match=self.etag(), role=role, **who)

    def done(self, what: str, body: Mapping[str, Any], role: Role = Role.BROKER) -> Any:
        answer = self.act(what, body, role)
        assert answer.status_code == 201, answer.text
        return answer

    def write(self, names: Sequence[str] = SECTIONS) -> None:
        details = {
            "provision": "supported_accommodation",
            "lot_wanted": LOT,
            "duration": "long",
            "location": "in_area",
            "sharing": "either",
            "indicative_weekly": 95000,
        }
        texts = {name: f"What is known of {name}." for name in names}
        self.done("sections", {"sections": texts, "request": details}, Role.CASEWORKER)

    def submit(self) -> None:
        matrix = {"half_hours": 20, "on": self.today.isoformat()}
        answer = self.office.post(f"/cases/{self.case_id}/matrices", matrix, role=Role.CASEWORKER)
        assert answer.status_code == 201, answer.text
        told = {"team_manager_approval": "morgan-manager", "assessment_reference": "A-17"}
        self.done("submissions", told, Role.CASEWORKER)

    def accept(self) -> None:
        self.done("acceptances", {"contract_id": str(DPS), "lot": LOT})

    def approve(self) -> None:
        self.done("in-house-searches", {})
        self.done("in-house-exhaustions", {"none_exists": "no_own_provision"})
        approval = {"budget_heading": "external_16_plus", "indicative_weekly_pence": 95000}
        self.done("external-search-approvals", approval, Role.NOMINATED_OFFICER)

    def publication(self, **changed: Any) -> Mapping[str, Any]:
        pack = {
            "needs": ["trauma"],
            "risks": [{"category": "missing", "level": "medium"}],
            "area": "derby_south",
            "half_hours": 20,
            "needed_from": (self.today + timedelta(days=7)).isoformat(),
            "duration": "long",
            "indicative_weekly_pence": 95000,
            "summary": "Likes cooking; settles best with one steady adult.",
        }
        return {"pack": pack, "certified_by": "cert-certifier", "audience": "lot", **changed}

    def publish(self, **changed: Any) -> None:
        self.done("publications", self.publication(**changed))
        self.office.quiet()

    def invitation(self, who: Seller) -> str:
        """The provider's newest invitation, as its own portal lists it."""
        listed = self.office.get("/invitations", **who.user)
        assert listed.status_code == 200, listed.text
        invitation_id: str = listed.json()["invitations"][0]["invitation_id"]
        return invitation_id

    def answer(self, who: Seller, what: str, body: Mapping[str, Any]) -> Any:
        return self.office.post(f"/invitations/{self.invitation(who)}/{what}", body, **who.user)

    def offer(self, who: Seller, **changed: Any) -> Any:
        answer = self.answer(who, "offers", self.offer_of(who, **changed))
        # Once everybody has answered, a policy closes the answers, and not in the same moment.
        self.office.quiet()
        return answer

    def offer_of(self, who: Seller, **changed: Any) -> Mapping[str, Any]:
        return {
            "setting_id": str(who.setting_id),
            "earliest_start": (self.today + timedelta(days=7)).isoformat(),
            "price": [{"kind": "accommodation", "weekly_pence": 90000}],
            "half_hours": 20,
            "open_until": (self.today + timedelta(days=30)).isoformat(),
            "outcomes": "Two key workers; cooking together on Sundays.",
            "content": offer_content(),
            **changed,
        }

    def pass_deadline(self) -> None:
        """Let the clock run past every provider's deadline."""
        deadlines = [each["deadline"] for each in self.read()["invitations"]]
        after = datetime.fromisoformat(max(deadlines)) + timedelta(minutes=1)
        self.office.move_clock(after)

    def again(self) -> "Search":
        """Another search for the same child, as far as the market."""
        return led_to_market(self.begun_again())

    def begun_again(self) -> "Search":
        """Another search for the same child, with a reason where there is one already."""
        return _drafted(self.office, self.case_id, "standard", "both", "Support beside a home.")

    def choice(self, offer_id: str, **changed: Any) -> Mapping[str, Any]:
        return {
            "offer_id": offer_id,
            "reasons": "Near college.",
            "match_statement": "Suits the group.",
            "childs_views": "She liked the kitchen.",
            "jointly_with": "demo-caseworker",
            **changed,
        }


def search(office: Office, *, tier: str = "standard", scope: str = "both") -> Search:
    """A referral that has just been drafted, of a child of sixteen."""
    opened = office.post("/cases", CHILD, role=Role.CASEWORKER)
    assert opened.status_code == 201, opened.text
    return _drafted(office, opened.json()["ids"]["case_id"], tier, scope)


def _drafted(
    office: Office, case_id: str, tier: str, scope: str, beside_because: str | None = None
) -> Search:
    body = {**referral_of(office, case_id, tier, scope), "beside_because": beside_because}
    drafted = office.post("/referrals", body, role=Role.CASEWORKER)
    assert drafted.status_code == 201, drafted.text
    return Search(office, case_id, drafted.json()["ids"]["referral_id"])


def referral_of(
    office: Office, case_id: str, tier: str = "standard", scope: str = "both"
) -> Mapping[str, Any]:
    return {
        "case_id": case_id,
        "scope": scope,
        "tier": tier,
        "reason_code": "homeless_16_17",
        "needed_from": (office.running.office.today() + timedelta(days=7)).isoformat(),
    }


def ready_to_publish(office: Office, *, tier: str = "standard") -> Search:
    """A search approved for the market."""
    return led_to_market(search(office, tier=tier))


def led_to_market(found: Search) -> Search:
    found.write()
    found.submit()
    found.accept()
    found.approve()
    return found
