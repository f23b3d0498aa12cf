"""The search that a placement came from: its money, its lot, its haste and who was weighed."""

from dataclasses import dataclass
from datetime import date, timedelta

from application.placement.residents import Residents
from application.referral.siblings import Siblings
from application.shared.office import stream_of
from application.shared.ports import History
from application.shared.registers import Registers
from domain import referral
from domain.placement.arrangement import Arrangement, FundingAuthorisation
from domain.placement.commands.agreement import RestsOn
from domain.referral.approvals import chosen_by_word
from domain.referral.events import ReferralEvent
from domain.referral.events.funding import FundingAuthorised
from domain.referral.events.request import ReferralAccepted
from domain.referral.events.search import ReferralPublished
from domain.referral.funding import FundingPlan
from domain.referral.rules.evaluation import is_impact_acceptable
from domain.referral.stages import Chosen, Stage
from domain.shared.money import PriceLine, weekly_by_child
from domain.shared.terms import LotTerms
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Pence

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class SearchBehind:
    """Of a placement that came from no search it answers as if nothing had been said."""

    registers: Registers
    arrangement: Arrangement
    history: History[ReferralEvent] | None

    @classmethod
    def of(cls, arrangement: Arrangement, registers: Registers) -> "SearchBehind":
        if arrangement.referral_id is None:
            return cls(registers, arrangement, None)
        stream = stream_of("referral", arrangement.referral_id)
        return cls(registers, arrangement, registers.office.streams.read(stream))

    @property
    def stage(self) -> Stage | None:
        state = self.history.folded(referral.decider) if self.history else None
        return state if isinstance(state, Stage) else None

    @property
    def emergency(self) -> bool:
        """Whether it was an emergency."""
        stage = self.stage
        return stage is not None and stage.facts.emergency

    @property
    def word(self) -> VerbalAuthority | None:
        """The verbal authority that was noted for the offer that the placement came from."""
        stage, offer_id = self.stage, self.arrangement.offer_id
        return stage.facts.words.get(offer_id) if stage and offer_id else None

    @property
    def chosen_by_word(self) -> bool:
        """Whether a broker chose this very home by telephone (R-103)."""
        stage = self.stage
        if not isinstance(stage, Chosen) or stage.offer_id != self.arrangement.offer_id:
            return False
        return chosen_by_word(stage.facts.approvals)

    @property
    def lot(self) -> LotTerms | None:
        """The lot that it was accepted in, as it was open to this young person then."""
        accepted = [each for each in self._facts if isinstance(each, ReferralAccepted)]
        if self.arrangement.lot is None or not accepted:
            return None
        held = accepted[-1]
        terms = self.registers.terms_of_version(held.contract_id, held.contract_version)
        lot = terms.lot(self.arrangement.lot)
        return lot.open_to(in_education=held.education_evidence is not None) if lot else None

    @property
    def funding(self) -> FundingAuthorisation | None:
        """What was last authorised for the offer that the placement came from."""
        plan = self._plan
        if plan is None:
            return None
        until = plan.starts_on + WEEK * plan.planned_weeks if plan.planned_weeks else None
        return FundingAuthorisation(
            weekly=self._own_weekly(plan), since=plan.starts_on, until=until
        )

    @property
    def bespoke_24_7(self) -> bool:
        """Whether bespoke care was approved with the request (4-085)."""
        stage = self.stage
        return stage is not None and stage.facts.bespoke_24_7

    @property
    def rests_on(self) -> RestsOn:
        """The price last authorised for this child, and the contract it was published under."""
        plan, published = self._plan, self._published
        return RestsOn(
            lines=self._own_lines(plan) if plan else None,
            contract_id=published.contract_id if published else None,
            contract_version=published.contract_version if published else None,
        )

    def impact_acceptable(self, day: date) -> bool:
        """Whether who lives in a shared home was weighed against the child, and both can live so.

        It is not asked of what no search led to, nor of homes that are not shared (2.3), by
        their provider's word or by the register on that day (R-117).
        """
        stage, where = self.stage, self.arrangement
        if stage is None or where.offer_id is None:
            return True
        together = stage.facts.children.by_number.values()
        others = Residents(self.registers).others([where.setting_id], day, together)
        return is_impact_acceptable(stage.facts, where.offer_id, lived_in=bool(others))

    @property
    def _plan(self) -> FundingPlan | None:
        authorised = [
            event.plan
            for event in self._facts
            if isinstance(event, FundingAuthorised) and event.offer_id == self.arrangement.offer_id
        ]
        return authorised[-1] if authorised else None

    @property
    def _published(self) -> ReferralPublished | None:
        published = [each for each in self._facts if isinstance(each, ReferralPublished)]
        return published[-1] if published else None

    @property
    def _facts(self) -> tuple[ReferralEvent, ...]:
        return self.history.facts if self.history else ()

    def _own_lines(self, plan: FundingPlan) -> tuple[PriceLine, ...]:
        """The lines of a plan that are this child's, without its number (R-58)."""
        if self.arrangement.referral_id is None:
            return plan.price
        children = Siblings(self.registers).of(self.arrangement.referral_id)
        own = children.number_of(self.arrangement.case_id) if children.are_siblings else None
        return tuple(
            line.model_copy(update={"child": None}) for line in plan.price if line.child == own
        )

    def _own_weekly(self, plan: FundingPlan) -> Pence:
        """What of a plan is this child's: of several children each has its own lines (R-58)."""
        if self.arrangement.referral_id is None:
            return plan.weekly
        children = Siblings(self.registers).of(self.arrangement.referral_id)
        if not children.are_siblings:
            return plan.weekly
        return Pence(weekly_by_child(plan.price)[children.number_of(self.arrangement.case_id)])
