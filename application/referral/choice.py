"""The choice: one offer preferred, and in the same stroke a place reserved for the child."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.referral.comparison import Comparing
from application.referral.offer_chosen import OfferChosen
from application.referral.proposing import Proposing
from application.referral.request import RequestHandlers
from application.referral.succession import Succession
from application.referral.telephone import heard
from application.referral.telling import Telling
from application.shared.casework import Act, Ask
from application.shared.in_turn import together
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import (
    DIRECT_AWARD,
    MINI_COMPETITION,
    Code,
    DeselectionReason,
    OutcomeForChild,
    WithdrawalReason,
)
from domain.referral.commands import (
    CloseUnfilled,
    DeselectPreferred,
    DirectAward,
    RecordNoViableOffer,
    SelectPreferredOffer,
    WithdrawReferral,
)
from domain.referral.events.award import FoundWanting
from domain.referral.siblings import SiblingAsked
from domain.referral.spoken import Heard
from domain.referral.stages import Asked
from domain.referral.sufficiency import Sufficiency
from domain.shared.admission import Home
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.vocabulary import (
    OfferId,
    Pence,
    PlacementId,
    ReferralId,
    SettingId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """Why there is no competition, and what the price was held against, in pence a week."""

    reason: Code
    compared_weekly: Pence
    price_check: str


@dataclass(frozen=True, slots=True)
class Word:
    """Which officer said so by telephone, and when; whoever acts writes it down (R-103)."""

    officer: Subject
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen and why; a reason for each other open offer."""

    offer_id: OfferId
    reasons: str
    match_statement: str
    childs_views: str
    others_not_chosen: Mapping[OfferId, str]
    jointly_with: Subject
    planned_end: date | None
    award_route: Code | None = None
    award: Award | None = None
    word: Word | None = None
    sufficiency: Sufficiency | None = None


@dataclass(frozen=True)
class ChoiceHandlers:
    registers: Registers
    requests: RequestHandlers
    proposing: Proposing
    comparing: Comparing
    telling: Telling

    @property
    def office(self) -> Office:
        return self.registers.office

    def select(
        self, occasion: Occasion, referral_id: UUID, choice: Choice, expecting: int
    ) -> Receipt:
        """Prefer an offer, propose each placement and reserve its place, all at once or not."""
        stream = stream_of("referral", referral_id)
        minted: dict[int, PlacementId] = {}
        successor_id = ReferralId(self.office.ids.new())

        def plan() -> Act:
            chosen = self._chosen(referral_id, choice)
            for number in chosen.taken:
                # A clash repeats the plan: a placement keeps the id first minted.
                minted.setdefault(number, PlacementId(self.office.ids.new()))
            selection = self._selection(occasion, chosen, choice, successor_id)
            asks = [Ask(stream, decider, selection, expecting=expecting)]
            for each in chosen.placed(minted, choice.planned_end):
                asks += self.proposing.asks(occasion, each)
            if chosen.left:
                succession = Succession(self.registers)
                asks.append(
                    succession.ask(occasion, referral_id, chosen.facts, chosen.left, successor_id)
                )
            return Act(together(asks), chosen.ids(minted, successor_id))

        return self.office.casework.do(occasion, plan, turn=stream)

    def record_none_viable(
        self,
        occasion: Occasion,
        referral_id: UUID,
        wanting: tuple[FoundWanting, ...],
        tried: str | None,
        expecting: int,
    ) -> Receipt:
        """None of the offers will do, each for its reason; on to what is tried next."""
        by = Subject(occasion.actor.subject)
        command = RecordNoViableOffer(wanting=wanting, tried=tried, by=by)
        return self.requests.do(occasion, referral_id, command, expecting)

    def deselect(
        self,
        occasion: Occasion,
        referral_id: UUID,
        reason: DeselectionReason,
        expecting: int,
        word: Word | None = None,
    ) -> Receipt:
        """Let the preferred offer go, and with it the placement proposed and its place."""
        command = DeselectPreferred(
            reason=reason, by=_by(occasion, word), spoken=self._heard(occasion, referral_id, word)
        )
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            ask = Ask(stream, decider, command, expecting=expecting)
            return Act([ask, *self.proposing.calling_off(referral_id, reason)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def withdraw(
        self,
        occasion: Occasion,
        referral_id: UUID,
        reason: WithdrawalReason,
        text: str | None,
        word: Word | None = None,
    ) -> Receipt:
        """Call the search off: open offers lapse, and what was reserved is free again."""
        heard_so = self._heard(occasion, referral_id, word)
        command = WithdrawReferral(
            reason=reason, text=text, by=_by(occasion, word), spoken=heard_so
        )
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            asks = [Ask(stream, decider, command), *self.proposing.calling_off(referral_id, reason)]
            return Act(asks)

        return self.office.casework.do(occasion, plan, turn=stream)

    def close_unfilled(
        self,
        occasion: Occasion,
        referral_id: UUID,
        outcome: OutcomeForChild,
        text: str,
        expecting: int,
    ) -> Receipt:
        """Give up looking, and say what became of the child; what was reserved is free again."""
        by = Subject(occasion.actor.subject)
        command = CloseUnfilled(outcome=outcome, text=text, by=by)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            ask = Ask(stream, decider, command, expecting=expecting)
            return Act([ask, *self.proposing.calling_off(referral_id, "closed_unfilled")])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _chosen(self, referral_id: UUID, choice: Choice) -> OfferChosen:
        state = self.office.known(decider, stream_of("referral", referral_id), Asked)
        held = state.facts.offers.get(choice.offer_id)
        if held is None:
            raise NotFound("This referral has no offer with this id.")
        return OfferChosen(referral_id, state.facts, held, self.requests.published(referral_id))

    def _selection(
        self,
        occasion: Occasion,
        chosen: OfferChosen,
        choice: Choice,
        successor_id: ReferralId,
    ) -> SelectPreferredOffer:
        published = chosen.published
        first, *others = self._asked(chosen)
        command = SelectPreferredOffer(
            offer_id=choice.offer_id,
            reasons=choice.reasons,
            match_statement=choice.match_statement,
            childs_views=choice.childs_views,
            others_not_chosen=dict(choice.others_not_chosen),
            home=first.home,
            provider_barred=self.registers.is_barred(chosen.held.provider_id),
            planned_end=choice.planned_end,
            born_on=first.born_on,
            siblings=(first, *others) if chosen.children.are_siblings else (),
            successor_id=successor_id if chosen.left else None,
            would_tell=self.telling.gives_away(chosen.referral_id, _told(choice)),
            terms=self.registers.terms_of_version(
                published.contract_id, published.contract_version
            ),
            now=occasion.now,
            jointly_with=choice.jointly_with,
            by=_by(occasion, choice.word),
            spoken=self._heard(occasion, chosen.referral_id, choice.word),
            packet=self.comparing.packet(
                chosen.referral_id, occasion.actor.authority, choice.sufficiency
            ),
            outside_area=self._outside(chosen, occasion.actor.authority),
            sufficiency=choice.sufficiency,
            award_route=choice.award_route or MINI_COMPETITION,
        )
        decided = command if choice.award is None else _direct(command, choice, choice.award)
        return self.registers.looked_up(decided)

    def _asked(self, chosen: OfferChosen) -> Sequence[SiblingAsked]:
        """Each child who is sought, with the home offered for it as it will stand on its day."""
        return [
            SiblingAsked(
                number=number,
                born_on=self.registers.born_on(case_id),
                home=self._home(chosen.taken.get(number), chosen.starts_on),
            )
            for number, case_id in chosen.children.sought.items()
        ]

    def _outside(self, chosen: OfferChosen, council: GssCode) -> tuple[SettingId, ...]:
        """The homes it takes the children to that lie beyond the council's boundaries."""
        homes = {each for each in chosen.taken.values() if each is not None}
        return self.registers.outside_area(council, homes, chosen.starts_on)

    def _heard(self, occasion: Occasion, referral_id: UUID, word: Word | None) -> Heard | None:
        return heard(self.office, occasion, referral_id, word.at) if word else None

    def _home(self, setting_id: SettingId | None, day: date) -> Home | None:
        return None if setting_id is None else self.registers.home(setting_id, day)


def _by(occasion: Occasion, word: Word | None) -> Subject:
    return word.officer if word else Subject(occasion.actor.subject)


def _told(choice: Choice) -> Mapping[str, str]:
    """What the providers that were not chosen will read."""
    return {f"others_not_chosen.{o}": text for o, text in choice.others_not_chosen.items()}


def _direct(command: SelectPreferredOffer, choice: Choice, award: Award) -> DirectAward:
    route = choice.award_route or DIRECT_AWARD
    return DirectAward(
        **dict(command) | {"award_route": route},
        reason=award.reason,
        compared_weekly=award.compared_weekly,
        price_check=award.price_check,
    )
