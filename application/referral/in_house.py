"""The council's own homes and carers: one taken, with its place reserved in the same stroke."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.choice.words import Word, heard_word, said_by
from application.referral.in_house_taken import InHouseMatch, Taken
from application.referral.own_homes import OwnHomes
from application.referral.proposing import Proposing
from application.referral.request import RequestHandlers
from application.referral.succession import Succession
from application.shared.casework import Act, Ask
from application.shared.in_turn import together
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import BypassReason, Code, MatchReleaseReason
from domain.referral.commands.in_house import (
    ApproveInHouseBypass,
    RecordInHouseMatch,
    ReleaseInHouseMatch,
)
from domain.referral.commands.search import RecordInHouseExhausted
from domain.referral.considered import ConsideredInHouse
from domain.referral.siblings import SiblingAsked
from domain.referral.stages import Stage
from domain.shared.admission import Home
from domain.shared.vocabulary import OfferId, PlacementId, ReferralId, SettingId, Subject


@dataclass(frozen=True, slots=True)
class Bypass:
    """Why the council's own homes are passed over: a code, and in words."""

    reason: BypassReason
    text: str


@dataclass(frozen=True)
class InHouseHandlers:
    registers: Registers
    requests: RequestHandlers
    proposing: Proposing
    own_homes: OwnHomes

    @property
    def office(self) -> Office:
        return self.registers.office

    def needed_from(self, referral_id: UUID) -> date:
        """The day from which the home is needed."""
        state = self.office.known(decider, stream_of("referral", referral_id), Stage)
        return state.facts.needed_from

    def exhaust(
        self,
        occasion: Occasion,
        referral_id: UUID,
        considered: Sequence[ConsideredInHouse],
        none_exists: Code | None,
    ) -> Receipt:
        """Nothing in house will do; the registers say what would, at that moment."""
        stream, council = stream_of("referral", referral_id), occasion.actor.authority

        def plan() -> Act:
            command = RecordInHouseExhausted(
                considered=tuple(considered),
                none_exists=none_exists,
                by=Subject(occasion.actor.subject),
                would_do=self.own_homes.that_would_do(referral_id, council),
            )
            return Act([Ask(stream, decider, self.registers.looked_up(command))])

        return self.office.casework.do(occasion, plan, turn=stream)

    def bypass(
        self,
        occasion: Occasion,
        referral_id: UUID,
        why: Bypass,
        expecting: int,
        word: Word | None = None,
    ) -> Receipt:
        """Go past the council's own homes; which of them have a place free is kept with it."""
        stream, council = stream_of("referral", referral_id), occasion.actor.authority

        def plan() -> Act:
            command = ApproveInHouseBypass(
                reason=why.reason,
                text=why.text,
                by=said_by(occasion, word),
                spoken=heard_word(self.registers, occasion, referral_id, word),
                places_free=self.own_homes.that_would_do(referral_id, council),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def match(
        self, occasion: Occasion, referral_id: UUID, found: InHouseMatch, expecting: int
    ) -> Receipt:
        """Take a home for each child, propose each placement and reserve its place, all or none."""
        stream = stream_of("referral", referral_id)
        offer_id, successor_id = (self.office.ids.new() for _ in range(2))
        minted: dict[int, PlacementId] = {}

        def plan() -> Act:
            taken = self._taken(referral_id, found, OfferId(offer_id))
            for number in taken.homes:
                # A clash repeats the plan: a placement keeps the id first minted.
                minted.setdefault(number, PlacementId(self.office.ids.new()))
            command = self.registers.looked_up(self._match(occasion, taken, successor_id))
            asks = [Ask(stream, decider, command, expecting=expecting)]
            for each in taken.placed(minted):
                asks += self.proposing.asks(occasion, each)
            if taken.left:
                succession = Succession(self.registers)
                asks.append(
                    succession.ask(
                        occasion, referral_id, taken.facts, taken.left, ReferralId(successor_id)
                    )
                )
            return Act(together(asks), taken.ids(minted, ReferralId(successor_id)))

        return self.office.casework.do(occasion, plan, turn=stream)

    def release(
        self,
        occasion: Occasion,
        referral_id: UUID,
        reason: MatchReleaseReason,
        text: str | None,
        expecting: int,
    ) -> Receipt:
        """Let the home go again, and with it the placement proposed and its place."""
        command = ReleaseInHouseMatch(reason=reason, text=text, by=Subject(occasion.actor.subject))
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            ask = Ask(stream, decider, command, expecting=expecting)
            return Act([ask, *self.proposing.calling_off(referral_id, reason)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _taken(self, referral_id: UUID, found: InHouseMatch, offer_id: OfferId) -> Taken:
        state = self.office.known(decider, stream_of("referral", referral_id), Stage)
        return Taken(referral_id, state.facts, found, offer_id)

    def _match(self, occasion: Occasion, taken: Taken, successor_id: UUID) -> RecordInHouseMatch:
        found, children = taken.found, taken.facts.children
        asked = [
            SiblingAsked(
                number=number,
                born_on=self.registers.born_on(case_id),
                home=self._home(taken.homes.get(number), taken.starts_on),
            )
            for number, case_id in children.sought.items()
        ]
        return RecordInHouseMatch(
            offer_id=taken.offer_id,
            home=self._home(found.setting_id, taken.starts_on),
            free_from=taken.starts_on,
            born_on=asked[0].born_on,
            considered=tuple(found.considered),
            match_notes=found.match_notes,
            childs_views=found.childs_views,
            by=Subject(occasion.actor.subject),
            for_siblings=found.siblings,
            siblings=tuple(asked) if children.are_siblings else (),
            successor_id=ReferralId(successor_id) if taken.left else None,
        )

    def _home(self, setting_id: SettingId | None, day: date) -> Home | None:
        return None if setting_id is None else self.registers.home(setting_id, day)
