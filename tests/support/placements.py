"""Plausible placements. A test names only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.placement import PlacementEvent
from domain.placement.agreement import AgreementTerms, Outcome, Party
from domain.placement.arrangement import Arrangement, FundingAuthorisation
from domain.placement.commands import (
    AgreeStart,
    CorrectStart,
    DraftAgreement,
    ProposePlacement,
    RecordEnd,
    RecordPackageReviewHeld,
    RecordProviderNotice,
    RecordStart,
    ServeNotice,
    SignAgreement,
)
from domain.placement.endings import (
    ImmediateGround,
    Instigator,
    NoticeOutcome,
    NoticeTerms,
    PlannedBasis,
    StatutoryReview,
)
from domain.placement.events import (
    AgreementDrafted,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
    IntroductoryVisitHeld,
    NoticeServed,
    PackageReviewHeld,
    PlacementEnded,
    PlacementProposed,
    PlacementStarted,
    ProviderMeetingHeld,
    ProviderNoticeReceived,
    StartAgreed,
    StartCorrected,
)
from domain.placement.reviewing import Attendance, OutcomeRating, Presence, Progress
from domain.shared.admission import Home, Registration
from domain.shared.breaches import Breach
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.moments import When
from domain.shared.money import PriceKind, PriceLine
from domain.shared.terms import (
    AgeRange,
    ContractTerms,
    LotTerms,
    NoticeClass,
    NoticeParty,
    NoticeRule,
    Tier,
)
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import (
    CaseId,
    ContractId,
    EventId,
    PlacementId,
    ProviderId,
    Provision,
    SettingId,
    Subject,
)

FIRST = UUID(int=1)
PLACEMENT = PlacementId(UUID(int=1))
CASE = CaseId(UUID(int=2))
SETTING = SettingId(UUID(int=3))
PROVIDER = ProviderId(UUID(int=4))
CONTRACT = ContractId(UUID(int=5))

BROKER, MANAGER = Subject("broker"), Subject("manager")
COUNCIL_HAND, PROVIDER_HAND = Subject("council signatory"), Subject("provider signatory")

START = date(2026, 3, 2)
BORN = date(2009, 5, 17)
ABSENT = Presence(attended=False, absence_reason="declined")
PRESENT = Presence(attended=True)
EVERYONE = Attendance(young_person=PRESENT, provider=PRESENT, council=PRESENT)

LINES = (PriceLine(kind=PriceKind.ACCOMMODATION, weekly=80_000),)
FUNDING = FundingAuthorisation(weekly=100_000, since=date(2026, 1, 1))
VERBAL = VerbalAuthority(
    officer=Subject("head of service"), given_at=datetime(2026, 3, 1, 22, tzinfo=UTC)
)
LOT = LotTerms(
    code="2.2",
    title="Emergency accommodation",
    provision=Provision.SUPPORTED_ACCOMMODATION,
    ages=AgeRange(first=16, before=18),
    half_hours=50,
)
SEED_RULES = (
    NoticeRule(
        party=NoticeParty.COUNCIL,
        notice_class=NoticeClass.GENERAL,
        days=30,
        reasons=frozenset({"needs_changed"}),
    ),
    NoticeRule(
        party=NoticeParty.COUNCIL,
        notice_class=NoticeClass.SPECIFIC,
        days=14,
        reasons=frozenset({"behaviour"}),
    ),
)
PROVIDER_RULE = NoticeRule(
    party=NoticeParty.PROVIDER,
    notice_class=NoticeClass.GENERAL,
    days=28,
    reasons=frozenset({"cannot_meet_needs"}),
)


def arrangement(
    *,
    provider_id: ProviderId | None = PROVIDER,
    provision: Provision = Provision.SUPPORTED_ACCOMMODATION,
    planned_end: date | None = None,
) -> Arrangement:
    return Arrangement(
        placement_id=PLACEMENT,
        case_id=CASE,
        setting_id=SETTING,
        provider_id=provider_id,
        provision=provision,
        planned_end=planned_end,
        distance_tenths=62,
    )


def _fields(where: Arrangement) -> dict[str, Any]:
    return where.model_dump(include=set(Arrangement.model_fields))


def propose(born_on: date = BORN, starts_on: date = START) -> ProposePlacement:
    return ProposePlacement(
        **_fields(arrangement()), starts_on=starts_on, born_on=born_on, by=BROKER
    )


def proposed(where: Arrangement | None = None, starts_on: date = START) -> PlacementProposed:
    fields = _fields(where or arrangement())
    return PlacementProposed(**fields, starts_on=starts_on, age_in_years=16, by=BROKER)


def contract(*rules: NoticeRule, version: int = 1) -> ContractTerms:
    return ContractTerms(
        contract_id=CONTRACT,
        version=version,
        title="Supported accommodation",
        in_force_from=date(2022, 9, 1),
        lots=(LOT,),
        response_minutes={Tier.STANDARD: 1440, Tier.URGENT: 60},
        notice_rules=rules or SEED_RULES,
    )


def outcome(code: str = "safe") -> Outcome:
    return Outcome(code=code, baseline="Does not feel safe at night", measure="own_words")


def agreement_terms(outcomes: tuple[Outcome, ...] = ()) -> AgreementTerms:
    return AgreementTerms(
        contract_id=CONTRACT,
        contract_version=1,
        lot="2.2",
        lines=LINES,
        half_hours=20,
        outcomes=outcomes,
    )


def draft(
    *,
    lot: LotTerms | None = LOT,
    half_hours: int = 20,
    matrix_half_hours: int | None = 20,
) -> DraftAgreement:
    return DraftAgreement(
        contract_id=CONTRACT,
        contract_version=1,
        lot=lot,
        lines=LINES,
        half_hours=half_hours,
        matrix_half_hours=matrix_half_hours,
        by=BROKER,
    )


def drafted(terms: AgreementTerms | None = None) -> AgreementDrafted:
    return AgreementDrafted(
        version=1, terms=terms or agreement_terms(), matrix_half_hours=20, by=BROKER
    )


def issued() -> AgreementIssued:
    return AgreementIssued(version=1, weekly=80_000, funding=FUNDING)


def sign(party: Party, signatory: Subject) -> SignAgreement:
    return SignAgreement(party=party, signatory=signatory, on=START)


def signed(party: Party, signatory: Subject) -> AgreementSigned:
    return AgreementSigned(version=1, party=party, signatory=signatory, on=START)


def in_force() -> AgreementInForce:
    return AgreementInForce(version=1, on=START)


def agreement(terms: AgreementTerms | None = None) -> list[PlacementEvent]:
    """An agreement that both sides have signed."""
    return [
        drafted(terms),
        issued(),
        signed(Party.COUNCIL, COUNCIL_HAND),
        signed(Party.PROVIDER, PROVIDER_HAND),
        in_force(),
    ]


def met_provider() -> ProviderMeetingHeld:
    return ProviderMeetingHeld(on=START, attendees=("young_person", "provider"), childs_views=None)


def visited() -> IntroductoryVisitHeld:
    return IntroductoryVisitHeld(on=START, childs_views="I liked the room")


def prepared(where: Arrangement | None = None) -> list[PlacementEvent]:
    """Everything that must come before a start is agreed."""
    return [proposed(where), *agreement(), met_provider(), visited()]


def home(
    registration: Registration = Registration.VALID,
    provision: Provision = Provision.SUPPORTED_ACCOMMODATION,
    *,
    is_open: bool = True,
) -> Home:
    return Home(
        setting_id=SETTING,
        provider_id=PROVIDER,
        provision=provision,
        registration=registration,
        is_open=is_open,
    )


def agree_start(
    *,
    starts_at: When = START,
    in_home: Home | None = None,
    born_on: date = BORN,
    funding: FundingAuthorisation | None = FUNDING,
    verbal_authority: VerbalAuthority | None = None,
    exception_reason: str | None = None,
    impact_acceptable: bool = True,
    iro_informed: bool = True,
    placement_plan_prepared: bool = True,
) -> AgreeStart:
    return AgreeStart(
        starts_at=starts_at,
        home=in_home or home(),
        born_on=born_on,
        funding=funding,
        emergency=verbal_authority is not None,
        verbal_authority=verbal_authority,
        exception_reason=exception_reason,
        impact_acceptable=impact_acceptable,
        iro_informed=iro_informed,
        placement_plan_prepared=placement_plan_prepared,
        by=BROKER,
    )


def start_agreed(
    funding: FundingAuthorisation | None = FUNDING,
    verbal_authority: VerbalAuthority | None = None,
    exception_reason: str | None = None,
) -> StartAgreed:
    return StartAgreed(
        starts_at=START,
        funding=funding,
        verbal_authority=verbal_authority,
        exception_reason=exception_reason,
        by=BROKER,
    )


def record_start(at: When = START, **more: Any) -> RecordStart:
    return RecordStart(**{"at": at, "born_on": BORN, "home": home(), "reserved": True, **more})


def started(
    at: When = START,
    *,
    where: Arrangement | None = None,
    breaches: tuple[Breach, ...] = (),
    **more: Any,
) -> PlacementStarted:
    facts = {
        "age_in_years": 16,
        "national_code": None,
        "reserved": True,
        "other_open_placements": (),
        "verbal_authority": None,
        "decided_elsewhere": False,
        **more,
    }
    return PlacementStarted(**_fields(where or arrangement()), at=at, breaches=breaches, **facts)


def correct_start(
    at: When, corrects: UUID = FIRST, *, approved_by: Subject = MANAGER
) -> CorrectStart:
    return CorrectStart(
        corrects=EventId(corrects),
        at=at,
        reason="Typed 3 for 13",
        approved_by=approved_by,
        by=BROKER,
    )


def start_corrected(at: When, *, was: When = START, corrects: UUID = FIRST) -> StartCorrected:
    return StartCorrected(
        corrects=EventId(corrects),
        was=was,
        at=at,
        reason="Typed 3 for 13",
        approved_by=MANAGER,
        by=BROKER,
    )


def rating(code: str = "safe") -> OutcomeRating:
    return OutcomeRating(code=code, progress=Progress.IMPROVED, evidence="keywork_notes")


def record_review(
    on: When,
    *,
    attendance: Attendance = EVERYONE,
    participation: str | None = "PN1",
    ratings: tuple[OutcomeRating, ...] = (),
    matrix_half_hours: int | None = 20,
) -> RecordPackageReviewHeld:
    return RecordPackageReviewHeld(
        on=on,
        attendance=attendance,
        participation=participation,
        childs_views="Fewer visits, please",
        ratings=ratings,
        matrix_half_hours=matrix_half_hours,
        by=BROKER,
    )


def review_held(on: When, attendance: Attendance = EVERYONE) -> PackageReviewHeld:
    return PackageReviewHeld(
        on=on,
        attendance=attendance,
        participation="PN1",
        childs_views="Fewer visits, please",
        ratings=(),
        matrix_half_hours=20,
        recommendations=None,
        by=BROKER,
    )


def serve_notice(
    served_at: When = date(2026, 4, 1),
    *,
    reason: str = "needs_changed",
    terms: ContractTerms | None = None,
    statutory_review: StatutoryReview | None = None,
    looked_after: bool = False,
    risk_ground: ImmediateGround | None = None,
    **more: Any,
) -> ServeNotice:
    facts = {
        "options_explored": "Stability meeting; more hours",
        "manager_approval": MANAGER,
        "written": True,
        **more,
    }
    return ServeNotice(
        reason=reason,
        terms=terms or contract(),
        served_at=served_at,
        statutory_review=statutory_review,
        looked_after=looked_after,
        risk_ground=risk_ground,
        by=BROKER,
        **facts,
    )


def notice_served(
    served_at: When = date(2026, 4, 1),
    *,
    earliest_end: date = date(2026, 5, 1),
    days: int = 30,
    reason: str = "needs_changed",
    notice_class: NoticeClass = NoticeClass.GENERAL,
    statutory_review: StatutoryReview | None = None,
    risk_ground: ImmediateGround | None = None,
) -> NoticeServed:
    return NoticeServed(
        party=NoticeParty.COUNCIL,
        reason=reason,
        notice_class=notice_class,
        served_at=served_at,
        days=days,
        earliest_end=earliest_end,
        pay_until=earliest_end,
        contract_id=CONTRACT,
        contract_version=1,
        options_explored="Stability meeting; more hours",
        statutory_review=statutory_review,
        immediate_risk=risk_ground is not None,
        risk_ground=risk_ground,
        approved_by=MANAGER,
        by=BROKER,
    )


def record_provider_notice(
    received_at: When = date(2026, 4, 1),
    end_named: When | None = date(2026, 4, 2),
    terms: ContractTerms | None = None,
) -> RecordProviderNotice:
    return RecordProviderNotice(
        received_at=received_at, reason="cannot_meet_needs", end_named=end_named, terms=terms
    )


def provider_notice(
    received_at: When = date(2026, 4, 1), end_named: When | None = date(2026, 4, 2)
) -> ProviderNoticeReceived:
    return ProviderNoticeReceived(
        reason="cannot_meet_needs",
        received_at=received_at,
        end_named=end_named,
        rule=NoticeTerms.UNSET,
        days=None,
        contractual_end=None,
    )


def record_end(at: When = date(2026, 6, 1), **more: Any) -> RecordEnd:
    facts = {
        "reason": "moved_on",
        "national_reason": "CARPL",
        "instigator": Instigator.CHILD,
        "looked_after": True,
        **more,
    }
    return RecordEnd(at=at, **facts)


def ended(
    at: When = date(2026, 6, 1),
    basis: PlannedBasis = PlannedBasis.NO_EVIDENCE,
    *,
    planned: bool = False,
    notice_outcome: NoticeOutcome | None = None,
    breaches: tuple[Breach, ...] = (),
    **more: Any,
) -> PlacementEnded:
    facts = {
        "instigator": Instigator.CHILD,
        "plan": None,
        "override_reason": None,
        **more,
    }
    return PlacementEnded(
        placement_id=PLACEMENT,
        setting_id=SETTING,
        at=at,
        reason="moved_on",
        national_reason="CARPL",
        destination=None,
        planned=planned,
        planned_basis=basis,
        notice_outcome=notice_outcome,
        breaches=breaches,
        **facts,
    )


ACTOR = Actor(subject="broker", role="broker", authority=GssCode("E06000015"))


def recorded(
    event: PlacementEvent, position: int, at: datetime | None = None
) -> Recorded[PlacementEvent]:
    """An event as the log holds it, with the id that its position gives it."""
    recorded_at = at or datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=position)
    return Recorded(
        event=event,
        event_id=UUID(int=position),
        stream=StreamId(f"placement-{PLACEMENT}"),
        version=position,
        position=position,
        effective_at=event.effective() or recorded_at,
        recorded_at=recorded_at,
        actor=ACTOR,
        channel=Channel.API,
        file=FileId("file"),
    )


def history(*events: PlacementEvent) -> list[Recorded[PlacementEvent]]:
    """A history in the order in which it was recorded."""
    return [recorded(event, position) for position, event in enumerate(events, start=1)]


def imported(
    past: Sequence[Recorded[PlacementEvent]],
) -> list[Recorded[PlacementEvent]]:
    """The same history, brought in from another system on 1 January 2027."""
    then = datetime(2027, 1, 1, tzinfo=UTC)
    return [replace(fact, channel=Channel.IMPORT, recorded_at=then) for fact in past]
