"""What a placement's decisions need of other records: funding, terms, reviews, other placements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from application.placement.admissions import Admissions
from application.placement.home_before import HomeBefore
from application.placement.newcomers import Newcomers
from application.placement.places import Places
from application.placement.residents import Residents
from application.placement.whereabouts import Whereabouts, is_no_looked_after_child
from application.referral.ports import StreamsOfCase
from application.referral.siblings import Siblings
from application.shared.distances import HomeDistances
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain import placement, referral
from domain.case.chronology import CaseChronology
from domain.placement.arrangement import Arrangement, FundingAuthorisation
from domain.placement.chronology import chronology
from domain.placement.endings import StatutoryReview
from domain.placement.schooling import KeyStage4, is_of_key_stage_4
from domain.placement.state import Begun, Known
from domain.referral.approvals import chosen_by_word
from domain.referral.events.funding import FundingAuthorised
from domain.referral.events.request import ReferralAccepted
from domain.referral.funding import FundingPlan
from domain.referral.rules.evaluation import is_impact_acceptable
from domain.referral.stages import Chosen, Stage
from domain.shared.envelope import StreamId
from domain.shared.errors import MissingInformation, NotFound
from domain.shared.geography import ApprovalNeeded
from domain.shared.moments import london_day
from domain.shared.money import weekly_by_child
from domain.shared.officers import KnownRoles
from domain.shared.terms import AgeRange, ContractTerms, LotTerms
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import (
    CaseId,
    LegalStatus,
    Pence,
    PlacementId,
    Provision,
    Subject,
)

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Evidence:
    registers: Registers
    streams_of_case: StreamsOfCase
    distances: HomeDistances

    @property
    def office(self) -> Office:
        return self.registers.office

    @property
    def newcomers(self) -> Newcomers:
        return Newcomers(self.registers)

    @property
    def admissions(self) -> Admissions:
        return Admissions(self.registers, self.streams_of_case)

    @property
    def places(self) -> Places:
        return Places(self.office)

    def known(self, placement_id: UUID) -> Known:
        return self.office.known(placement.decider, stream_of("placement", placement_id), Known)

    def arrangement(self, placement_id: UUID) -> Arrangement:
        return self.known(placement_id).particulars.arrangement

    def funding(self, arrangement: Arrangement) -> FundingAuthorisation | None:
        """What was last authorised for the offer that the placement came from."""
        if arrangement.referral_id is None:
            return None
        facts = self.office.streams.read(stream_of("referral", arrangement.referral_id)).facts
        authorised = [
            event.plan
            for event in facts
            if isinstance(event, FundingAuthorised) and event.offer_id == arrangement.offer_id
        ]
        if not authorised:
            return None
        plan = authorised[-1]
        until = plan.starts_on + WEEK * plan.planned_weeks if plan.planned_weeks else None
        weekly = self._own_weekly(arrangement, plan)
        return FundingAuthorisation(weekly=weekly, since=plan.starts_on, until=until)

    def _own_weekly(self, arrangement: Arrangement, plan: FundingPlan) -> Pence:
        """What of a plan is this child's: of several children each has its own lines (R-58)."""
        if arrangement.referral_id is None:
            return plan.weekly
        children = Siblings(self.registers).of(arrangement.referral_id)
        if not children.are_siblings:
            return plan.weekly
        return Pence(weekly_by_child(plan.price)[children.number_of(arrangement.case_id)])

    def word(self, arrangement: Arrangement) -> VerbalAuthority | None:
        """The verbal authority that was noted for the offer that the placement came from."""
        if arrangement.referral_id is None or arrangement.offer_id is None:
            return None
        stream = stream_of("referral", arrangement.referral_id)
        state = self.office.state(referral.decider, stream)
        return state.facts.words.get(arrangement.offer_id) if isinstance(state, Stage) else None

    def roles_of(self, word: VerbalAuthority | None, occasion: Occasion) -> KnownRoles:
        """The roles of who is said to have said so, that day; one noted before was looked up."""
        if word is None:
            return None
        said_on, noted_by = london_day(word.given_at), Subject(occasion.actor.subject)
        return self.registers.roles_of(occasion.actor.authority, word.officer, said_on, noted_by)

    def chosen_by_word(self, arrangement: Arrangement) -> bool:
        """Whether a broker chose this very home by telephone (R-103)."""
        if arrangement.referral_id is None:
            return False
        stream = stream_of("referral", arrangement.referral_id)
        state = self.office.state(referral.decider, stream)
        if not isinstance(state, Chosen) or state.offer_id != arrangement.offer_id:
            return False
        return chosen_by_word(state.facts.approvals)

    def lot(
        self, arrangement: Arrangement, terms: ContractTerms, named: str | None
    ) -> LotTerms | None:
        """The lot as a contract version words it; none only where the contract has no lots.

        It is the search's own, or for a placement that came from none the one named.
        """
        code = arrangement.lot or named
        if code is None and terms.lots:
            raise MissingInformation(["lot"])
        if code is None:
            return None
        lot = terms.lot(code)
        if lot is None:
            raise NotFound("This version of the contract has no such lot.")
        return lot

    def agreed_under(self, known: Known) -> ContractTerms | None:
        """The contract version that the agreement names, whatever has been published since."""
        agreement = known.particulars.agreement
        if agreement is None:
            return None
        return self.registers.terms_of_version(
            agreement.terms.contract_id, agreement.terms.contract_version
        )

    def category(self, arrangement: Arrangement) -> AgeRange | None:
        """The ages of the lot that the search was accepted in."""
        lot = self.accepted_lot(arrangement)
        return lot.ages if lot else None

    def accepted_lot(self, arrangement: Arrangement) -> LotTerms | None:
        """The lot that the search was accepted in, as it was open to this young person then."""
        if arrangement.referral_id is None or arrangement.lot is None:
            return None
        facts = self.office.streams.read(stream_of("referral", arrangement.referral_id)).facts
        accepted = [event for event in facts if isinstance(event, ReferralAccepted)]
        if not accepted:
            return None
        held = accepted[-1]
        terms = self.registers.terms_of_version(held.contract_id, held.contract_version)
        lot = terms.lot(arrangement.lot)
        return lot.open_to(in_education=held.education_evidence is not None) if lot else None

    def other_placements_from(self, arrangement: Arrangement, day: date) -> Sequence[PlacementId]:
        """Placements in which the same child lived, or lives, on a night from a day on (R-04)."""
        stays = [
            stay
            for stream in self.streams_of_case.streams_of(arrangement.case_id)
            if stream.startswith("placement-")
            for stay in chronology(self.office.streams.read(StreamId(stream)).events).stays
        ]
        return [
            stay.placement_id
            for stay in stays
            if stay.placement_id != arrangement.placement_id
            and (stay.until is None or london_day(stay.until) > day)
        ]

    def statutory_review(
        self, known: Known, *, held_by: date, planned_from: date
    ) -> StatutoryReview | None:
        """The latest review held since the placement began and by a day, or the next one planned.

        A review planned for a day that has passed without its being held is none (6-23).
        """
        since, reviews = _since(known), self._child(known).reviews
        held = [london_day(each.held_on) for each in reviews if each.held_on is not None]
        recent = [day for day in held if since <= day <= held_by]
        if recent:
            return StatutoryReview(on=max(recent), held=True)
        planned = [each.planned_for for each in reviews if each.held_on is None]
        ahead = [day for day in planned if day is not None and day >= planned_from]
        return StatutoryReview(on=min(ahead), held=False) if ahead else None

    def is_emergency(self, arrangement: Arrangement) -> bool:
        """Whether the search that the placement came from was an emergency."""
        if arrangement.referral_id is None:
            return False
        stream = stream_of("referral", arrangement.referral_id)
        state = self.office.state(referral.decider, stream)
        return isinstance(state, Stage) and state.facts.emergency

    def impact_acceptable(self, arrangement: Arrangement, day: date) -> bool:
        """Whether who lives in a shared home was weighed against the child, and both can live so.

        It is not asked of what no search led to, nor of homes that are not shared (2.3), by
        their provider's word or by the register on that day (R-117).
        """
        if arrangement.referral_id is None or arrangement.offer_id is None:
            return True
        stream = stream_of("referral", arrangement.referral_id)
        state = self.office.state(referral.decider, stream)
        if not isinstance(state, Stage):
            return True
        together = state.facts.children.by_number.values()
        others = Residents(self.registers).others([arrangement.setting_id], day, together)
        return is_impact_acceptable(state.facts, arrangement.offer_id, lived_in=bool(others))

    def approval_needed(self, arrangement: Arrangement, day: date) -> ApprovalNeeded:
        """Whose approval the home needs for where it lies, by the boundaries of the day (R-127)."""
        where = Whereabouts(self.registers)
        return where.approval_needed(arrangement.case_id, arrangement.setting_id, day)

    def to_parents(self, arrangement: Arrangement, day: date) -> bool:
        """Whether a child in care, or about to be, comes to live with its parents."""
        is_asked = not is_no_looked_after_child(self.registers.child(arrangement.case_id), day)
        return arrangement.provision is Provision.WITH_PARENTS and is_asked

    def accommodated_at_parents(self, arrangement: Arrangement, day: date) -> bool:
        """Whether a child at its parents' is on record as accommodated by agreement (2.1)."""
        status = self.registers.child(arrangement.case_id).legal_status_on(day)
        with_parents = arrangement.provision is Provision.WITH_PARENTS
        return with_parents and status is LegalStatus.ACCOMMODATED

    def of_key_stage_4(self, arrangement: Arrangement, day: date) -> bool:
        """Whether the move of a child of this age may disrupt key stage 4 (R-130)."""
        child, born_on = arrangement.case_id, self.registers.born_on(arrangement.case_id)
        is_asked = not is_no_looked_after_child(self.registers.child(child), day)
        return is_asked and is_of_key_stage_4(born_on, day)

    def left_at_risk(self, said: KeyStage4 | None, arrangement: Arrangement, day: date) -> bool:
        """Whether what was said of the placement before is on record (R-151)."""
        before = HomeBefore(self.office, self.streams_of_case)
        return said is KeyStage4.LEFT_AT_RISK and before.was_left_at_risk(arrangement, day)

    def looked_after(self, case_id: CaseId, day: date) -> bool:
        return self.registers.child(case_id).looked_after_on(day)

    def _child(self, known: Known) -> CaseChronology:
        return self.registers.child(known.particulars.arrangement.case_id)


def _since(known: Known) -> date:
    """From when a review counts as one before this ending: since the placement began."""
    if isinstance(known, Begun):
        return london_day(known.started_at)
    return known.particulars.begins_on
