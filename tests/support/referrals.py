"""Plausible searches, offers and answers. A test names only what it is about."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.referral import ReferralEvent
from domain.referral.codes import (
    DeclineReason,
    Duration,
    InHouseOutcome,
    InvitationId,
    LocationChoice,
    Scope,
    Sharing,
)
from domain.referral.commands.answers import DeclineReferral, SubmitOffer
from domain.referral.commands.choice import SelectPreferredOffer
from domain.referral.commands.funding import RequestFunding
from domain.referral.commands.request import AcceptReferral, DraftReferral, SubmitReferral
from domain.referral.commands.search import PublishReferral
from domain.referral.considered import ConsideredInHouse
from domain.referral.events.answers import (
    LateOfferReceived,
    NoResponseRecorded,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
    ResponsesClosed,
)
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.funding import FundingAuthorised, FundingRequested
from domain.referral.events.request import (
    ReferralAccepted,
    ReferralDrafted,
    ReferralSubmitted,
    SectionsWritten,
)
from domain.referral.events.search import (
    ExternalSearchApproved,
    InHouseSearchExhausted,
    InHouseSearchStarted,
    ProviderInvited,
    ReferralPublished,
)
from domain.referral.funding import FundingPlan
from domain.referral.offer import Offer
from domain.referral.offer_content import NightCover, OfferContent
from domain.referral.pack import Invitee, RedactedPack, Risk, RiskLevel, digest
from domain.referral.sections import RequestDetails, SectionName, SectionText
from domain.referral.spoken import Heard
from domain.shared.admission import Home, Registration
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.moments import london_day
from domain.shared.money import Amount, FundingHeading, PriceKind, PriceLine, Share, ShareStatus
from domain.shared.terms import AgeRange, ContractTerms, LotTerms, Tier
from domain.shared.vocabulary import (
    CaseId,
    ContractId,
    LegalStatus,
    OfferId,
    Pence,
    ProviderId,
    Provision,
    ReferralId,
    SettingId,
    Subject,
)

REFERRAL, CASE = ReferralId(UUID(int=1)), CaseId(UUID(int=2))
CONTRACT = ContractId(UUID(int=3))
OAK, ELM, ASH = (ProviderId(UUID(int=10 + n)) for n in range(3))
PROVIDERS = (OAK, ELM, ASH)

CASEWORKER, BROKER = Subject("caseworker"), Subject("broker")
MANAGER, HEAD, CERTIFIER = Subject("manager"), Subject("head-of-service"), Subject("certifier")

BORN = date(2009, 5, 17)
NEEDED = date(2026, 3, 9)
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DEADLINE = NOW + timedelta(hours=24)
LATE = DEADLINE + timedelta(microseconds=1)
LOT = "lot-1"
WEEKLY = Pence(150_000)

REQUEST = RequestDetails(
    provision=Provision.SUPPORTED_ACCOMMODATION,
    lot_wanted=LOT,
    duration=Duration.LONG,
    location=LocationChoice.IN_AREA,
    sharing=Sharing.EITHER,
    indicative_weekly=Pence(95_000),
)


def lot(ceiling: int | None = 200_000, half_hours: int = 50) -> LotTerms:
    return LotTerms(
        code=LOT,
        title="Supported accommodation",
        provision=Provision.SUPPORTED_ACCOMMODATION,
        ages=AgeRange(first=16, before=21),
        half_hours=half_hours,
        weekly_ceiling=None if ceiling is None else Pence(ceiling),
    )


def terms(*lots: LotTerms) -> ContractTerms:
    return ContractTerms(
        contract_id=CONTRACT,
        version=2,
        title="Framework",
        in_force_from=date(2025, 4, 1),
        lots=lots or (lot(),),
        response_minutes={Tier.STANDARD: 24 * 60, Tier.URGENT: 60},
        notice_rules=(),
    )


def home(of: ProviderId = OAK, **changed: Any) -> Home:
    plain: dict[str, Any] = {
        "setting_id": setting_of(of),
        "provider_id": of,
        "provision": Provision.SUPPORTED_ACCOMMODATION,
        "registration": Registration.VALID,
    }
    return Home(**plain | changed)


def setting_of(provider_id: ProviderId) -> SettingId:
    return SettingId(UUID(int=provider_id.int + 100))


def invitation_of(provider_id: ProviderId) -> InvitationId:
    return InvitationId(UUID(int=provider_id.int + 200))


def offer_of(provider_id: ProviderId) -> OfferId:
    return OfferId(UUID(int=provider_id.int + 300))


def draft(
    *,
    scope: Scope = Scope.BOTH,
    tier: Tier = Tier.STANDARD,
    emergency: bool = False,
    needed_from: date = NEEDED,
) -> DraftReferral:
    return DraftReferral(
        referral_id=REFERRAL,
        case_id=CASE,
        scope=scope,
        tier=tier,
        emergency=emergency,
        reason_code="homeless_16_17",
        needed_from=needed_from,
        by=CASEWORKER,
    )


def drafted(
    *,
    scope: Scope = Scope.BOTH,
    tier: Tier = Tier.STANDARD,
    emergency: bool = False,
    needed_from: date = NEEDED,
) -> ReferralDrafted:
    asked = draft(scope=scope, tier=tier, emergency=emergency, needed_from=needed_from)
    fields = ReferralDrafted.model_fields
    return ReferralDrafted(**{name: said for name, said in asked if name in fields})


def written(
    *names: SectionName, request: RequestDetails | None = REQUEST, text: str = "Written."
) -> SectionsWritten:
    sections = tuple(SectionText(name=name, text=text) for name in names or SectionName)
    return SectionsWritten(sections=sections, request=request, by=CASEWORKER)


def submit(**changed: Any) -> SubmitReferral:
    plain = {
        "by": CASEWORKER,
        "team_manager_approval": MANAGER,
        "assessment_reference": "A-17",
        "matrix_current": True,
    }
    return SubmitReferral(**plain | changed)


def submitted(**changed: Any) -> ReferralSubmitted:
    fields = ReferralSubmitted.model_fields
    return ReferralSubmitted(**{name: said for name, said in submit(**changed) if name in fields})


def accept(born_on: date = BORN, code: str = LOT) -> AcceptReferral:
    return AcceptReferral(terms=terms(), lot=code, born_on=born_on, by=BROKER)


def accepted(age_in_years: int = 16) -> ReferralAccepted:
    return ReferralAccepted(
        contract_id=CONTRACT, contract_version=2, lot=LOT, age_in_years=age_in_years, by=BROKER
    )


def considered() -> ConsideredInHouse:
    return ConsideredInHouse(
        setting_id=SettingId(UUID(int=50)),
        outcome=InHouseOutcome.NO_VACANCY,
        reason_code="full",
    )


def exhausted() -> InHouseSearchExhausted:
    return InHouseSearchExhausted(considered=(considered(),), none_exists=None, by=BROKER)


def approved() -> ExternalSearchApproved:
    return ExternalSearchApproved(
        budget_heading="external_16_plus", indicative_weekly=Pence(160_000), by=HEAD
    )


def pack(summary: str = "Likes cooking; settles best with one steady adult.") -> RedactedPack:
    return RedactedPack(
        age_in_years=16,
        sex="female",
        legal_status=LegalStatus.ACCOMMODATED,
        needs=("trauma",),
        risks=(Risk(category="missing", level=RiskLevel.MEDIUM),),
        area="derby_south",
        half_hours=20,
        needed_from=NEEDED,
        duration=Duration.LONG,
        summary=summary,
    )


def invitee(provider_id: ProviderId, *, on_lot: bool = True, suspended: bool = False) -> Invitee:
    return Invitee(
        invitation_id=invitation_of(provider_id),
        provider_id=provider_id,
        on_lot=on_lot,
        suspended=suspended,
    )


def publish(*audience: Invitee, **changed: Any) -> PublishReferral:
    plain: dict[str, Any] = {
        "pack": pack(),
        "certified_by": CERTIFIER,
        "audience": audience or tuple(map(invitee, PROVIDERS)),
        "terms": terms(),
        "now": NOW,
        "by": BROKER,
    }
    return PublishReferral(**plain | changed)


def published() -> ReferralPublished:
    return ReferralPublished(
        pack=pack(),
        sha256=digest(pack()),
        certified_by=CERTIFIER,
        contract_id=CONTRACT,
        contract_version=2,
        lot=LOT,
        at=NOW,
        by=BROKER,
    )


def invited(provider_id: ProviderId, tier: Tier = Tier.STANDARD) -> ProviderInvited:
    return ProviderInvited(
        invitation_id=invitation_of(provider_id),
        provider_id=provider_id,
        tier=tier,
        invited_at=NOW,
        deadline=DEADLINE if tier is Tier.STANDARD else NOW + timedelta(hours=1),
    )


def offer(provider_id: ProviderId = OAK, **changed: Any) -> Offer:
    plain: dict[str, Any] = {
        "offer_id": offer_of(provider_id),
        "setting_id": setting_of(provider_id),
        "earliest_start": NEEDED,
        "price": price(WEEKLY),
        "half_hours": 20,
        "open_until": date(2026, 3, 31),
        "outcomes": "How each outcome is met.",
        "content": content(),
    }
    return Offer(**plain | changed)


def content(**changed: Any) -> OfferContent:
    """All that an offer of a home of one's own says."""
    plain: dict[str, Any] = {
        "vacant_from": NEEDED,
        "staffing": "Two by day, one at night.",
        "night_cover": NightCover.WAKING,
        "risk_management": "A known route home.",
        "shared": False,
        "education_and_transport": "Twenty minutes by bus.",
        "introductions": "Tea on Tuesday.",
        "signatory": "Placements director",
    }
    return OfferContent(**plain | changed)


def price(weekly: int) -> tuple[PriceLine, ...]:
    return (PriceLine(kind=PriceKind.ACCOMMODATION, weekly=Pence(weekly)),)


def submit_offer(provider_id: ProviderId = OAK, at: datetime = NOW, **changed: Any) -> SubmitOffer:
    plain: dict[str, Any] = {
        "offer": offer(provider_id),
        "provider_id": provider_id,
        "home": home(provider_id),
        "born_on": BORN,
        "terms": terms(),
        "at": at,
    }
    return SubmitOffer(**plain | changed)


def _by(provider_id: ProviderId, at: datetime) -> dict[str, Any]:
    return {
        "invitation_id": invitation_of(provider_id),
        "provider_id": provider_id,
        "at": at,
    }


def offered(provider_id: ProviderId = OAK, at: datetime = NOW, **changed: Any) -> OfferSubmitted:
    return OfferSubmitted(**_by(provider_id, at), offer=offer(provider_id, **changed))


def late_offer(provider_id: ProviderId = OAK, at: datetime = LATE) -> LateOfferReceived:
    return LateOfferReceived(**_by(provider_id, at), offer=offer(provider_id))


def decline(provider_id: ProviderId = OAK, at: datetime = NOW) -> DeclineReferral:
    return DeclineReferral(provider_id=provider_id, reason=DeclineReason.NO_VACANCY, at=at)


def declined(
    provider_id: ProviderId = OAK, at: datetime = NOW, *, late: bool = False
) -> OfferDeclined:
    reason = DeclineReason.NO_VACANCY
    return OfferDeclined(**_by(provider_id, at), reason=reason, text=None, late=late)


def viewed(provider_id: ProviderId = OAK, at: datetime = NOW) -> PackViewed:
    return PackViewed(**_by(provider_id, at), sha256=digest(pack()))


def silent(provider_id: ProviderId = OAK) -> NoResponseRecorded:
    return NoResponseRecorded(
        invitation_id=invitation_of(provider_id), provider_id=provider_id, deadline=DEADLINE
    )


def select(provider_id: ProviderId = OAK, **changed: Any) -> SelectPreferredOffer:
    plain: dict[str, Any] = {
        "offer_id": offer_of(provider_id),
        "reasons": "Closest to college.",
        "match_statement": "Suits the group.",
        "childs_views": "She liked it.",
        "home": home(provider_id),
        "born_on": BORN,
        "terms": terms(),
        "now": DEADLINE,
        "jointly_with": CASEWORKER,
        "by": BROKER,
    }
    return SelectPreferredOffer(**plain | changed)


def selected(provider_id: ProviderId = OAK, age_in_years: int = 16) -> PreferredOfferSelected:
    return PreferredOfferSelected(
        offer_id=offer_of(provider_id),
        provider_id=provider_id,
        setting_id=setting_of(provider_id),
        starts_on=NEEDED,
        age_in_years=age_in_years,
        contract_id=CONTRACT,
        contract_version=2,
        reasons="Closest to college.",
        match_statement="Suits the group.",
        childs_views="She liked it.",
        jointly_with=CASEWORKER,
        by=BROKER,
        award_route="mini_competition",
    )


def plan(weekly: Amount = WEEKLY, *shares: Share) -> FundingPlan:
    whole = Share(heading=FundingHeading.SOCIAL_CARE, weekly=weekly, lead=True)
    return FundingPlan(price=price(weekly), shares=shares or (whole,), starts_on=NEEDED)


def request_funding(funding: FundingPlan | None = None) -> RequestFunding:
    return RequestFunding(plan=funding or plan(), by=BROKER)


def funding_requested() -> FundingRequested:
    return FundingRequested(offer_id=offer_of(OAK), plan=plan(), by=BROKER)


def funding_authorised() -> FundingAuthorised:
    """Whoever authorises agrees to the council's own share."""
    agreed = plan().standing("social_care", ShareStatus.AGREED, HEAD)
    return FundingAuthorised(offer_id=offer_of(OAK), plan=agreed, by=HEAD)


def until_submitted(**changed: Any) -> Sequence[ReferralEvent]:
    return [drafted(**changed), written(), submitted()]


def until_approved(**changed: Any) -> Sequence[ReferralEvent]:
    started = InHouseSearchStarted(by=BROKER)
    return [*until_submitted(**changed), accepted(), started, exhausted(), approved()]


def until_published(*providers: ProviderId, **changed: Any) -> Sequence[ReferralEvent]:
    invitations = [invited(provider_id) for provider_id in providers or (OAK,)]
    return [*until_approved(**changed), published(), *invitations]


def until_evaluating(*providers: ProviderId) -> Sequence[ReferralEvent]:
    """Each of these providers offered in time, and responses are closed."""
    asked = providers or (OAK,)
    return [*until_published(*asked), *map(offered, asked), ResponsesClosed()]


def until_preferred(*providers: ProviderId) -> Sequence[ReferralEvent]:
    return [*until_evaluating(*providers), selected()]


def until_authorised() -> Sequence[ReferralEvent]:
    return [*until_preferred(), funding_requested(), funding_authorised()]


def recorded(
    history: Sequence[ReferralEvent], every: timedelta = timedelta()
) -> Iterator[Recorded[ReferralEvent]]:
    """A history as the log holds it: recorded one after another, from `NOW` on."""
    for position, event in enumerate(history, start=1):
        recorded_at = NOW + every * (position - 1)
        yield Recorded(
            event=event,
            event_id=UUID(int=1000 + position),
            stream=StreamId(f"referral-{REFERRAL}"),
            version=position,
            position=position,
            effective_at=event.effective() or recorded_at,
            recorded_at=recorded_at,
            actor=Actor(subject="broker", role="broker", authority=GssCode("E06000015")),
            channel=Channel.API,
            file=FileId("file-1"),
        )


def heard(recorded_by: Subject = BROKER, at: datetime = NOW, *, now: datetime = DEADLINE) -> Heard:
    """What somebody wrote down that an officer said, of a request that came that day."""
    return Heard(at=at, recorded_by=recorded_by, asked_on=london_day(NOW), now=now)
