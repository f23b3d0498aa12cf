"""The home where a child lives, joined to the search that it was for, in both records at once."""

from dataclasses import dataclass
from uuid import UUID

from application.placement.residents import Residents
from application.referral.proposing import Proposing
from application.referral.request import RequestHandlers
from application.referral.telephone import asked_on
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain import placement
from domain.placement.commands import JoinSearch
from domain.placement.events import PlacementStarted
from domain.placement.state import Begun, Ended
from domain.referral import decider
from domain.referral.commands.housed import JoinPlacement
from domain.referral.errors import FundingNotAuthorised
from domain.referral.stages import Asked
from domain.referral.sufficiency import Sufficiency
from domain.shared.moments import london_day
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, OfferId, PlacementId, ReferralId, SettingId, Subject

CALLED_OFF = "housed_otherwise"


@dataclass(frozen=True, slots=True)
class CameOf:
    """Where the child lives, under which offer, and why the search was for that home."""

    placement_id: PlacementId
    offer_id: OfferId
    reasons: str
    sufficiency: Sufficiency | None = None


@dataclass(frozen=True)
class JoiningHandlers:
    requests: RequestHandlers
    proposing: Proposing

    @property
    def registers(self) -> Registers:
        return self.requests.registers

    @property
    def office(self) -> Office:
        return self.registers.office

    def join(
        self,
        occasion: Occasion,
        referral_id: UUID,
        came_of: CameOf,
        expecting: int,
    ) -> Receipt:
        """Say that a placement came of an offer made here; another one proposed is called off."""
        stream = stream_of("referral", referral_id)
        came_in = stream_of("placement", came_of.placement_id)
        by = Subject(occasion.actor.subject)

        def plan() -> Act:
            joined = self._joined(referral_id, came_of, occasion)
            lot = self.office.known(decider, stream, Asked).facts.lot
            terms = joined.terms.lot(lot) if lot is not None else None
            told = JoinSearch(
                referral_id=ReferralId(referral_id),
                offer_id=came_of.offer_id,
                lot=lot,
                max_nights=terms.max_nights if terms else None,
                ends_before_age=terms.ends_before_age if terms else None,
                by=by,
            )
            asks = [
                Ask(stream, decider, joined, expecting=expecting),
                Ask(came_in, placement.decider, told),
            ]
            if joined.left_at is not None:
                return Act(asks)  # the child has no home by it: what is proposed stands
            return Act(
                [*asks, *self.proposing.calling_off(referral_id, CALLED_OFF, joined.case_id)]
            )

        return self.office.casework.do(occasion, plan, turn=stream)

    def _joined(self, referral_id: UUID, came_of: CameOf, occasion: Occasion) -> JoinPlacement:
        placement_id = came_of.placement_id
        known = self.office.known(placement.decider, stream_of("placement", placement_id), Begun)
        arrangement, published = known.particulars.arrangement, self.requests.published(referral_id)
        day = london_day(known.started_at)
        return JoinPlacement(
            case_id=arrangement.case_id,
            placement_id=placement_id,
            setting_id=arrangement.setting_id,
            home=self.registers.home(arrangement.setting_id, day),
            at=known.started_at,
            offer_id=came_of.offer_id,
            reasons=came_of.reasons,
            asked_on=asked_on(self.office, referral_id),
            born_on=self.registers.born_on(arrangement.case_id),
            terms=self.registers.terms_of_version(
                published.contract_id, published.contract_version
            ),
            verbal_authority=self._word(placement_id),
            outside_area=self.registers.outside_area(
                occasion.actor.authority, [arrangement.setting_id], day
            ),
            sufficiency=came_of.sufficiency,
            living_there=self._living_in(arrangement.setting_id),
            left_at=known.ended_at if isinstance(known, Ended) else None,
            by=Subject(occasion.actor.subject),
        )

    def _living_in(self, setting_id: SettingId) -> tuple[CaseId, ...]:
        """Whoever lives in that home today: of brothers and sisters it may be all (R-120)."""
        residents = Residents(self.registers).of(setting_id, self.office.today())
        return tuple(each.case_id for each in residents)

    def _word(self, placement_id: PlacementId) -> VerbalAuthority | None:
        """The word that the start went ahead on, if it stood in for the money."""
        for recorded in self.office.streams.read(stream_of("placement", placement_id)).events:
            started = recorded.event
            if isinstance(started, PlacementStarted):
                return word_of(started, Subject(recorded.actor.subject))
        return None


def word_of(started: PlacementStarted, noted_by: Subject) -> VerbalAuthority | None:
    """The verbal authority of a start, and who heard it; none where it did not stand in."""
    word = started.verbal_authority
    unfunded = FundingNotAuthorised.code in {breach.code for breach in started.breaches}
    if word is None or unfunded:
        return None
    return word.model_copy(update={"noted_by": word.noted_by or noted_by})
