"""Placements of a whole service, brought to any stage: the search in short, the rest over HTTP.

Everything happens in spring 2026, which is past whenever the tests are run: an agreed start
and a fact are told of the same days. A test that needs a day to come moves the clock.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from application.access.principal import Role
from domain import contract, referral, setting
from domain.contract.commands import PublishContractVersion
from domain.referral.codes import (
    Duration,
    InvitationId,
    LocationChoice,
    Scope,
    Sharing,
)
from domain.referral.commands.answers import CloseResponses, SubmitOffer
from domain.referral.commands.evaluation import AssessImpact
from domain.referral.commands.request import (
    AcceptReferral,
    DraftReferral,
    SubmitReferral,
    UpdateSections,
)
from domain.referral.commands.search import (
    ApproveExternalSearch,
    PublishReferral,
    RecordInHouseExhausted,
    StartInHouseSearch,
)
from domain.referral.offer import Offer
from domain.referral.pack import Invitee, RedactedPack
from domain.referral.sections import RequestDetails, SectionName
from domain.setting.commands.register import RecordRegistration, RegisterSetting
from domain.setting.registration import RegistrationKind
from domain.setting.state import Listed, Stay
from domain.shared.envelope import GssCode, StreamId
from domain.shared.errors import WrongState
from domain.shared.money import PriceKind, PriceLine
from domain.shared.terms import AgeRange, ContractTerms, NoticeParty, NoticeRule, Tier
from domain.shared.vocabulary import (
    CaseId,
    ContractId,
    LegalStatus,
    OfferId,
    Pence,
    PlacementId,
    ProviderId,
    Provision,
    ReferralId,
    SettingId,
    Subject,
)
from tests.support.children import tell
from tests.support.referrals import content
from tests.support.service import DERBY, Office

DPS = ContractId(UUID("b06eb095-efe9-56a8-87bf-57a8eb0636a1"))
"""The council's own purchasing system for supported accommodation, which ships."""
LOT = "2.2"
BORN = date(2009, 5, 17)
SINCE = date(2024, 1, 1)
START = date(2026, 3, 9)
WEEKLY = 90_000
PRICE = [
    {"kind": "accommodation", "weekly_pence": 65_000},
    {"kind": "support_hours", "weekly_pence": 25_000},
]
SHARES = [{"heading": "social_care", "weekly_pence": WEEKLY, "lead": True}]


@dataclass(frozen=True)
class House:
    """A home of the register and the provider that runs it; none runs the council's own."""

    setting_id: SettingId
    provider_id: ProviderId | None

    @property
    def signatory(self) -> dict[str, Any]:
        return {"role": Role.PROVIDER_SIGNATORY, "organisation": self.provider_id}


def open_house(
    office: Office,
    *,
    places: int = 2,
    provision: Provision = Provision.SUPPORTED_ACCOMMODATION,
    registered: RegistrationKind | None = RegistrationKind.SUPPORTED_ACCOMMODATION,
    registered_until: date | None = None,
    ages: AgeRange | None = None,
    bought: bool = True,
    of: ProviderId | None = None,
    postcode: str = "DE1 1AA",
    district: str = DERBY,
) -> House:
    """A home in Derby, registered for as long as is said; `of` a provider that has others."""
    house = House(SettingId(uuid4()), (of or ProviderId(uuid4())) if bought else None)
    stream = StreamId(f"setting-{house.setting_id}")
    listed = RegisterSetting(
        setting_id=house.setting_id,
        authority=DERBY,
        provider_id=house.provider_id,
        provision=provision,
        name="The Limes",
        address="1 Lime Walk, Derby",
        postcode=postcode,
        district=GssCode(district),
        configured_places=places,
        from_=SINCE,
    )
    tell(office.running, stream, setting.decider, listed)
    if registered is not None:
        entry = RecordRegistration(
            kind=registered, urn="SC000001", ages=ages, from_=SINCE, until=registered_until
        )
        tell(office.running, stream, setting.decider, entry)
    return house


def child(office: Office, born_on: date = BORN, *, matrix: int | None = 20) -> str:
    """A child with a needs matrix, in half hours a week."""
    body = {
        "full_name": "Demo-Otter Brambleshade",
        "birth_date": {"born_on": born_on.isoformat(), "source": "birth certificate"},
        "sex": "F",
        "not_a_duplicate_because": "Another child of the demonstration",
    }
    case_id: str = settled(office, office.post("/cases", body))["ids"]["case_id"]
    if matrix is not None:
        told = {"half_hours": matrix, "on": "2026-02-20"}
        done(office.post(f"/cases/{case_id}/matrices", told, role=Role.CASEWORKER))
    return case_id


def looked_after(office: Office, case_id: str, since: str = "2026-03-02") -> None:
    status = {"legal_status": "accommodated", "on": since, "category_of_need": "N1"}
    done(office.post(f"/cases/{case_id}/periods-of-care", status, role=Role.CASEWORKER))


def review_planned(office: Office, case_id: str, on: str) -> None:
    done(office.post(f"/cases/{case_id}/statutory-reviews", {"on": on}))


def done(answer: Any) -> Any:
    assert answer.status_code == 201, answer.text
    return answer.json()


def settled(office: Office, answer: Any) -> Any:
    """What was done, once it can be read even on a machine that is busy with much else."""
    told = done(answer)
    if told["read_models"] == "behind":
        office.quiet()
    return told


def refused(answer: Any) -> tuple[int, str, str | None]:
    """A refusal's status, code and what it cites."""
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    assert problem["status"] == answer.status_code
    return answer.status_code, problem["code"], problem.get("cites")


@dataclass
class Placing:
    """One child's placement, led from stage to stage."""

    office: Office
    case_id: str
    house: House
    referral_id: str
    placement_id: str

    @property
    def path(self) -> str:
        return f"/placements/{self.placement_id}"

    def read(self, role: Role = Role.BROKER, **times: Any) -> Any:
        answer = self.office.get(self.path, times, role=role)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def etag(self) -> str:
        found: str = self.office.get(self.path).headers["ETag"]
        return found

    def act(self, what: str, body: dict[str, Any], **who: Any) -> Any:
        """Act on the version that stands now."""
        return self.office.post(f"{self.path}/{what}", body, if_match=self.etag(), **who)

    def draft(self, **changed: Any) -> Any:
        content = {
            "contract_id": str(DPS),
            "contract_version": 1,
            "price": PRICE,
            "half_hours": 20,
            "outcomes": [
                {"code": "item_4", "baseline": "Has never cooked.", "measure": "scale_1_5"}
            ],
            "shares": SHARES,
        }
        return self.act("agreements", content | changed)

    def sign(self, side: str, on: str = "2026-03-06", **who: Any) -> Any:
        sides = {
            "council": {"role": Role.COMMISSIONING_MANAGER, "subject": "morgan-manager"},
            "provider": {**self.house.signatory, "subject": "sam-signatory"},
        }
        return self.act(f"{side}-signatures", {"on": on}, **sides[side] | who)

    def agreed(self, **changed: Any) -> "Placing":
        """The agreement, signed by both sides."""
        done(self.draft(**changed))
        done(self.act("agreement-issues", {}))
        done(self.sign("council"))
        done(self.sign("provider"))
        return self

    def introduced(self) -> "Placing":
        met = {"on": "2026-03-04T15:00:00Z", "attendees": ["young_person", "provider"]}
        done(self.act("provider-meetings", met))
        done(self.act("introductory-visits", {"on": "2026-03-05"}))
        return self

    def agree_start(self, at: str = START.isoformat(), **changed: Any) -> Any:
        plain = {
            "starts_at": at,
            "iro_informed": True,
            "placement_plan_prepared": True,
            "key_stage_4": "not_disrupted",
        }
        return self.act("start-agreements", plain | changed)

    def ready(self) -> "Placing":
        """The start agreed, with all that comes before it."""
        self.agreed().introduced()
        done(self.agree_start())
        return self

    def start(self, at: str = START.isoformat(), **changed: Any) -> Any:
        return self.act("starts", {"at": at, **changed})

    def started(self, at: str = START.isoformat()) -> "Placing":
        done(self.ready().start(at))
        return self

    def correct(self, at: str, corrects: str | None = None, **changed: Any) -> Any:
        sent = {
            "corrects": corrects or self.read()["start"]["corrects_next"],
            "at": at,
            "reason": "Typed wrongly.",
            "approved_by": "morgan-manager",
        }
        return self.act("start-corrections", sent | changed)

    def review(self, on: str, **changed: Any) -> Any:
        present = {"attended": True}
        held = {
            "on": on,
            "young_person": present,
            "provider": present,
            "council": present,
            "participation": "PN1",
            "ratings": [{"code": "item_4", "progress": "improved", "evidence": "keywork_notes"}],
            "matrix_half_hours": 20,
        }
        return self.act("package-reviews", held | changed)

    def notice(self, served_at: str, reason: str = "any_general_reason", **changed: Any) -> Any:
        said = {
            "reason": reason,
            "served_at": served_at,
            "options_explored": "Two stability meetings; more hours.",
            "manager_approval": "morgan-manager",
        }
        return self.act("notices", said | changed)

    def provider_notice(self, received_at: str, **changed: Any) -> Any:
        said = {"reason": "cannot_meet_needs", "received_at": received_at}
        return self.act("provider-notices", said | changed)

    def end(self, at: str, **changed: Any) -> Any:
        said = {"at": at, "reason": "moved_on", "instigator": "child"}
        return self.act("ends", said | changed)

    def clock(self, code: str, **times: Any) -> Any:
        """The one clock of this code that the child's case shows."""
        (found,) = [
            each for each in clocks(self.office, self.case_id, **times) if each["code"] == code
        ]
        return found


def clocks(office: Office, case_id: str, **times: Any) -> list[Any]:
    answer = office.get(f"/cases/{case_id}/clocks", times)
    assert answer.status_code == 200, answer.text
    found: list[Any] = answer.json()["clocks"]
    return found


def proposed(
    office: Office,
    house: House | None = None,
    *,
    born_on: date = BORN,
    planned_end: date | None = None,
    matrix: int | None = 20,
    weeks: int | None = None,
    starts_on: date = START,
    funded: bool = True,
    emergency: bool = False,
) -> Placing:
    """A placement that a search led to, with its place reserved and its money authorised."""
    where = house or open_house(office)
    case_id = child(office, born_on, matrix=matrix)
    referral_id, offer_id = offered(office, case_id, where, born_on, starts_on, emergency=emergency)
    answer = choose(office, referral_id, offer_id, planned_end)
    placement_id = settled(office, answer)["ids"]["placement_id"]
    if funded:
        fund(office, referral_id, weeks=weeks)
    return Placing(office, case_id, where, referral_id, placement_id)


def choose(office: Office, referral_id: str, offer_id: str, planned_end: date | None = None) -> Any:
    """The choice, with what was tried nearer: it is asked for where the home lies outside."""
    sent = {
        "offer_id": offer_id,
        "reasons": "Near college.",
        "match_statement": "Suits the group.",
        "childs_views": "She liked the kitchen.",
        "jointly_with": "demo-caseworker",
        "planned_end": planned_end.isoformat() if planned_end else None,
        "sufficiency": {"steps": "Every home in the city was asked.", "prioritised": ["safety"]},
    }
    return on_referral(office, referral_id, "preferred-offers", sent)


def fund(office: Office, referral_id: str, *, weeks: int | None = None) -> None:
    asked = {"price": PRICE, "shares": SHARES, "starts_on": "2026-03-01", "planned_weeks": weeks}
    done(on_referral(office, referral_id, "funding-requests", asked))
    by = Role.DCS
    done(on_referral(office, referral_id, "funding-authorisations", {}, role=by))


def on_referral(office: Office, referral_id: str, what: str, body: Any, **who: Any) -> Any:
    path = f"/referrals/{referral_id}"
    seen = office.get(path).headers["ETag"]
    return office.post(f"{path}/{what}", body, if_match=seen, **who)


def offered(
    office: Office,
    case_id: str,
    house: House,
    born_on: date,
    starts_on: date = START,
    *,
    emergency: bool = False,
) -> tuple[str, str]:
    """A search for a child, with one offer of this house; the referral's id and the offer's."""
    if house.provider_id is None:
        raise ValueError("the council's own homes make no offers")
    referral_id, offer_id = ReferralId(uuid4()), OfferId(uuid4())
    stream = StreamId(f"referral-{referral_id}")
    file = office.running.office.file_of(StreamId(f"case-{case_id}"))
    sought = Sought(CaseId(UUID(case_id)), referral_id, born_on, starts_on, emergency)
    for command in _search(office, sought, house.provider_id):
        tell(office.running, stream, referral.decider, command, file=file, wait=False)
    offer = SubmitOffer(
        offer=Offer(
            offer_id=offer_id,
            setting_id=house.setting_id,
            earliest_start=starts_on,
            price=_LINES,
            half_hours=20,
            open_until=date(2100, 1, 1),
            outcomes="Two key workers.",
            content=content(),
        ),
        provider_id=house.provider_id,
        home=office.running.service.placement.starts.evidence.registers.home(
            house.setting_id, starts_on
        ),
        born_on=born_on,
        terms=terms_in_force(office),
        at=office.running.clock.now(),
    )
    tell(office.running, stream, referral.decider, offer, wait=False)
    weighed = AssessImpact(  # for whoever lives there by then
        provider_id=house.provider_id,
        on_child="Settles quickly.",
        on_residents="Used to newcomers.",
        strengths="They all cook.",
        acceptable=True,
        at=office.running.clock.now(),
        by=Subject("manager-of-the-limes"),
    )
    tell(office.running, stream, referral.decider, weighed, wait=False)
    with suppress(WrongState):
        # Once everybody has answered, the service closes by itself.
        close = CloseResponses(now=office.running.clock.now())
        tell(office.running, stream, referral.decider, close)
    office.quiet()
    return str(referral_id), str(offer_id)


_LINES = (
    PriceLine(kind=PriceKind.ACCOMMODATION, weekly=65_000),
    PriceLine(kind=PriceKind.SUPPORT_HOURS, weekly=25_000),
)


@dataclass(frozen=True)
class Sought:
    """A home for whom, and from which day."""

    case_id: CaseId
    referral_id: ReferralId
    born_on: date
    needed_from: date
    emergency: bool = False


def _search(
    office: Office, sought: Sought, provider_id: ProviderId
) -> list[referral.ReferralCommand]:
    caseworker, broker, head = map(Subject, ("demo-caseworker", "demo-broker", "demo-head"))
    terms = terms_in_force(office)
    return [
        DraftReferral(
            referral_id=sought.referral_id,
            case_id=sought.case_id,
            scope=Scope.BOTH,
            tier=Tier.STANDARD,
            emergency=sought.emergency,
            reason_code="homeless_16_17",
            needed_from=sought.needed_from,
            by=caseworker,
            received_on=date(2026, 3, 1),
        ),
        UpdateSections(
            sections=dict.fromkeys(SectionName, "Written."),
            request=RequestDetails(
                provision=Provision.SUPPORTED_ACCOMMODATION,
                lot_wanted=LOT,
                duration=Duration.LONG,
                location=LocationChoice.IN_AREA,
                sharing=Sharing.EITHER,
                indicative_weekly=Pence(95_000),
            ),
            by=caseworker,
        ),
        SubmitReferral(
            by=caseworker,
            team_manager_approval=Subject("morgan-manager"),
            assessment_reference="A-17",
            matrix_current=True,
        ),
        AcceptReferral(terms=terms, lot=LOT, born_on=sought.born_on, by=broker),
        StartInHouseSearch(by=broker),
        RecordInHouseExhausted(none_exists="no_own_provision", by=broker),
        ApproveExternalSearch(budget_heading="external_16_plus", indicative_weekly=WEEKLY, by=head),
        PublishReferral(
            pack=RedactedPack(
                age_in_years=16,
                sex="female",
                legal_status=LegalStatus.ACCOMMODATED,
                needs=(),
                risks=(),
                area="derby_south",
                half_hours=20,
                needed_from=sought.needed_from,
                duration=Duration.LONG,
                summary="Likes cooking.",
            ),
            certified_by=Subject("demo-certifier"),
            audience=(
                Invitee(
                    invitation_id=InvitationId(uuid4()),
                    provider_id=provider_id,
                    on_lot=True,
                    suspended=False,
                ),
            ),
            terms=terms,
            now=office.running.clock.now(),
            by=broker,
        ),
    ]


def terms_in_force(office: Office) -> ContractTerms:
    registers = office.running.service.placement.starts.evidence.registers
    return registers.terms(DPS, office.running.office.today())


def publish_next_version(
    office: Office,
    *rules: NoticeRule,
    from_: date = date(2026, 4, 1),
    buys: Provision = Provision.SUPPORTED_ACCOMMODATION,
) -> None:
    """The same contract once more, with other rules for notice, or for another kind of home."""
    terms = terms_in_force(office)
    lots = tuple(each.model_copy(update={"provision": buys}) for each in terms.lots)
    kept = () if any(r.party is NoticeParty.COUNCIL for r in rules) else terms.notice_rules
    newer = terms.model_copy(
        update={
            "version": terms.version + 1,
            "in_force_from": from_,
            "notice_rules": (*kept, *rules),
            "lots": lots,
        }
    )
    command = PublishContractVersion(
        terms=newer, source="A deed of variation", approved_by=Subject("demo-head")
    )
    tell(office.running, StreamId(f"contract-{DPS}"), contract.decider, command)


def stay_of(office: Office, house: House, placement_id: str) -> Stay | None:
    """The placement's place as the home remembers it."""
    return home_of(office, house).latest(PlacementId(UUID(placement_id)))


def home_of(office: Office, house: House) -> Listed:
    return office.running.service.placement.starts.evidence.registers.setting(house.setting_id)


def advance(office: Office, to: datetime) -> None:
    """Move the clock to an instant, unless the wall is past it: it never goes back."""
    if office.running.clock.now() < to:
        office.move_clock(to)
