"""Who pays from when, once money is authorised: a leaving put right, another split."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.money import MoneyHandlers, references
from application.referral.request import RequestHandlers
from application.referral.words_that_leave import WordsThatLeave
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.referral import decider
from domain.referral.codes import Code
from domain.referral.commands.resharing import (
    AuthoriseSplit,
    CorrectWithdrawal,
    DeclineSplit,
    RequestSplit,
)
from domain.referral.funding import FundedPlan
from domain.referral.stages import Authorised, Fulfilled, Stage
from domain.shared.errors import WrongState
from domain.shared.money import Funder
from domain.shared.sharing import FunderLine, share_out
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RightDay:
    """From which day a funder really paid no more, why that is put right, and who approves."""

    funder: Funder
    since: date | None
    reason: str
    approved_by: Subject


@dataclass(frozen=True)
class ResharingHandlers:
    requests: RequestHandlers
    money: MoneyHandlers
    words: WordsThatLeave

    def correct_withdrawal(
        self, occasion: Occasion, referral_id: UUID, right: RightDay, expecting: int
    ) -> Receipt:
        """Put the day right from which a funder paid no more, or that it left at all."""
        command = CorrectWithdrawal(
            funder=right.funder,
            since=right.since,
            reason=right.reason,
            approved_by=right.approved_by,
            by=Subject(occasion.actor.subject),
            would_tell=self.words.gives_away(referral_id, {"reason": right.reason}),
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def request_split(
        self, occasion: Occasion, referral_id: UUID, since: date, lines: tuple[FunderLine, ...]
    ) -> Receipt:
        """Put another split of the price as it is paid, from a day on."""
        plan = self._paid(referral_id).plan
        command = RequestSplit(
            since=since,
            shares=share_out(plan.price, lines, since, plan.until),
            by=Subject(occasion.actor.subject),
            would_tell=self.words.gives_away(referral_id, references(lines)),
        )
        return self.requests.do(occasion, referral_id, command)

    def authorise_split(self, occasion: Occasion, referral_id: UUID, expecting: int) -> Receipt:
        ceiling = self.money.ceiling(occasion, referral_id)
        command = AuthoriseSplit(
            by=Subject(occasion.actor.subject), limit=ceiling.limit, would_do=ceiling.would_do
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def decline_split(
        self, occasion: Occasion, referral_id: UUID, reason: Code, text: str | None
    ) -> Receipt:
        command = DeclineSplit(
            reason=reason,
            text=text,
            by=Subject(occasion.actor.subject),
            would_tell=self.words.gives_away(referral_id, {"text": text}),
        )
        return self.requests.do(occasion, referral_id, command)

    def _paid(self, referral_id: UUID) -> FundedPlan:
        office = self.money.registers.office
        state = office.known(decider, stream_of("referral", referral_id), Stage)
        money = state.money if isinstance(state, Authorised | Fulfilled) else None
        if money is None:
            raise WrongState("No money is authorised that could be shared otherwise.")
        return money
