"""The offers of a search side by side, as whoever chooses sees them; and the packet kept of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from pydantic import TypeAdapter

from application.placement.residents import Residents
from application.referral.invitation import OfferStatus
from application.referral.judgement import ShownJudgement, judgement_of
from application.referral.request import RequestHandlers
from application.referral.view.invitations import own_invitations
from application.referral.view.offers import ShownOfferOf, offers
from application.shared.distances import HomeDistances
from application.shared.office import stream_of
from domain.quality.vocabulary import Status
from domain.referral import decider
from domain.referral.criteria import Criteria
from domain.referral.events import ReferralEvent
from domain.referral.events.award import DecisionPacketFrozen
from domain.referral.events.evaluation import (
    CriteriaRecorded,
    ImpactRiskAssessed,
    OfferScored,
    OfferShortlisted,
)
from domain.referral.stages import Asked
from domain.referral.sufficiency import Sufficiency
from domain.shared.admission import Home, admission_gates
from domain.shared.breaches import Breach, broken
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.money import PriceLine
from domain.shared.personal import legible
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import (
    CaseId,
    Locality,
    OfferId,
    Pence,
    ProviderId,
    Provision,
    SettingId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedHome:
    """The offered home on the day that the child would move in; what gates it would not pass.

    `local` says that it lies in the council's own area: shown, and no preference (1-043).
    `child` is the number of who would live there; 1 where one child is sought. `lived_in` says
    that by the register another child lives there that day, whatever the offer says (R-117).
    """

    child: int
    setting_id: SettingId
    provision: Provision
    ages: AgeRange | None
    distance_tenths: int | None
    locality: Locality
    local: bool
    gates_not_met: Sequence[Breach]
    lived_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedOffer:
    """One offer: what it says, how it was judged, and by how many.

    `provider_status` is how its provider is seen today: shown, and it bars nothing (R-231).
    """

    offer_id: OfferId
    provider_id: ProviderId
    provider_status: Status | None
    received_at: datetime
    late: bool
    status: OfferStatus
    starts_on: date
    price: Sequence[PriceLine]
    weekly: Pence
    half_hours: int
    homes: Sequence[ComparedHome]
    scorers: int
    judgement: ShownJudgement | None
    shortlisted: bool
    impact_acceptable: bool | None
    offer: ShownOfferOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Every offer in the order in which it came: an order of facts, and no ranking."""

    referral_id: UUID
    version: int
    compared_on: date
    needed_from: date
    criteria: Criteria | None
    offers: Sequence[ComparedOffer]


COMPARISON = TypeAdapter(Comparison)


@dataclass(frozen=True)
class Comparing:
    requests: RequestHandlers
    distances: HomeDistances

    def of(self, referral_id: UUID, authority: GssCode) -> Comparison:
        """The offers as they stand, with what the registers say of each home today."""
        office = self.requests.registers.office
        history = office.streams.read(stream_of("referral", referral_id))
        published = self.requests.published(referral_id)
        shown = offers(history.events, own_invitations(history.events))
        needed_from = published.pack.needed_from
        return Comparison(
            referral_id=referral_id,
            version=history.version,
            compared_on=london_day(office.now()),
            needed_from=needed_from,
            criteria=next(
                (e.criteria for e in reversed(history.facts) if isinstance(e, CriteriaRecorded)),
                None,
            ),
            offers=[
                self._compared(each, needed_from, history.facts, (referral_id, authority))
                for each in sorted(shown, key=lambda each: each.received_at)
            ],
        )

    def packet(
        self, referral_id: UUID, authority: GssCode, sufficiency: Sufficiency | None = None
    ) -> str:
        """The comparison as canonical JSON, to be kept with the choice it led to.

        With it what was said of a home outside the area, if anything was (2-088).
        """
        told = COMPARISON.dump_python(self.of(referral_id, authority), mode="json")
        if sufficiency is not None:
            told["sufficiency"] = sufficiency.model_dump(mode="json")
        return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    def kept(self, referral_id: UUID) -> tuple[str, str]:
        """The packet of the last choice, to the letter, and its digest."""
        facts = self.requests.registers.office.streams.read(
            stream_of("referral", referral_id)
        ).facts
        found = [event for event in facts if isinstance(event, DecisionPacketFrozen)]
        if not found:
            raise NotFound("No choice has been made yet.")
        return found[-1].sha256, legible(found[-1].content)

    def _compared(
        self,
        shown: ShownOfferOf,
        needed_from: date,
        facts: Sequence[ReferralEvent],
        where: tuple[UUID, GssCode],
    ) -> ComparedOffer:
        mine, registers = shown.offer_id, self.requests.registers
        starts_on = max(shown.earliest_start, needed_from)
        weighed = [e for e in facts if isinstance(e, ImpactRiskAssessed) and e.offer_id == mine]
        return ComparedOffer(
            offer_id=mine,
            provider_id=shown.provider_id,
            provider_status=registers.quality_status(shown.provider_id, registers.office.today()),
            received_at=shown.received_at,
            late=shown.late,
            status=shown.status,
            starts_on=starts_on,
            price=shown.price,
            weekly=shown.weekly,
            half_hours=shown.half_hours,
            homes=self._homes(mine, starts_on, where),
            scorers=len({e.by for e in facts if isinstance(e, OfferScored) and e.offer_id == mine}),
            judgement=judgement_of(facts, mine),
            shortlisted=any(isinstance(e, OfferShortlisted) and e.offer_id == mine for e in facts),
            impact_acceptable=weighed[-1].acceptable if weighed else None,
            offer=shown,
        )

    def _homes(
        self, offer_id: OfferId, day: date, where: tuple[UUID, GssCode]
    ) -> Sequence[ComparedHome]:
        """The home of each child whom the offer takes; support alone has none (R-13)."""
        referral_id, authority = where
        office = self.requests.registers.office
        facts = office.known(decider, stream_of("referral", referral_id), Asked).facts
        children = facts.children.by_number
        taken = facts.offers[offer_id].offer.homes_for(children)
        homes = {each for each in taken.values() if each is not None}
        others = Residents(self.requests.registers).others(homes, day, children.values())
        return [
            replace(
                self._home(number, children[number], setting_id, day, authority),
                lived_in=setting_id in others,
            )
            for number, setting_id in taken.items()
            if setting_id is not None
        ]

    def _home(
        self, number: int, case_id: CaseId, setting_id: SettingId, day: date, authority: GssCode
    ) -> ComparedHome:
        registers = self.requests.registers
        home = registers.home(setting_id, day)
        locality = registers.locality(authority, registers.setting(setting_id).district, day)
        return ComparedHome(
            child=number,
            setting_id=setting_id,
            provision=home.provision,
            ages=home.ages,
            distance_tenths=self.distances.between(case_id, setting_id),
            locality=locality,
            local=locality is Locality.IN_AREA,
            gates_not_met=_shut(home, registers.born_on(case_id), day),
        )


def _shut(home: Home, born_on: date, day: date) -> Sequence[Breach]:
    return broken(admission_gates(home, born_on, day))
