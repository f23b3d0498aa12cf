"""A choice is let go, the search called off, or given up: what was reserved is free again."""

from dataclasses import dataclass
from uuid import UUID

from application.referral.choice.words import Word, heard_word, said_by
from application.referral.proposing import Proposing
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.referral import decider
from domain.referral.codes import (
    DeselectionReason,
    OutcomeForChild,
    WithdrawalReason,
)
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.commands.closing import CloseUnfilled
from domain.referral.commands.ending import WithdrawReferral
from domain.shared.vocabulary import (
    Subject,
)


@dataclass(frozen=True)
class LettingGoHandlers:
    office: Office
    proposing: Proposing

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
            reason=reason,
            by=said_by(occasion, word),
            spoken=heard_word(self.proposing.registers, occasion, referral_id, word),
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
        heard_so = heard_word(self.proposing.registers, occasion, referral_id, word)
        command = WithdrawReferral(
            reason=reason, text=text, by=said_by(occasion, word), spoken=heard_so
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
