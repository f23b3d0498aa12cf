"""What each funder says of its own share, and what is told of shares afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.referral.request import RequestHandlers
from application.referral.telephone import heard
from application.referral.words_that_leave import WordsThatLeave
from application.shared.ports import Occasion, Receipt
from domain.referral.codes import Code
from domain.referral.commands.funding import (
    AgreeShare,
    DisputeShare,
    MeetCondition,
    NoteVerbalAuthority,
    WithdrawShare,
)
from domain.shared.moments import When
from domain.shared.money import Funder
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class Answering:
    """Whose share, and which funder's person speaks: none is the council's own.

    `answered_by` is who answered there, where the council enters what came on paper.
    """

    funder: Funder
    as_funder: Funder | None
    answered_by: Subject | None = None


@dataclass(frozen=True)
class ShareHandlers:
    requests: RequestHandlers
    words: WordsThatLeave

    def agree(
        self, occasion: Occasion, referral_id: UUID, whose: Answering, reference: str | None
    ) -> Receipt:
        command = AgreeShare(
            funder=whose.funder,
            as_funder=whose.as_funder,
            answered_by=whose.answered_by,
            agreement_reference=reference,
            by=Subject(occasion.actor.subject),
            would_tell=self._would_tell(referral_id, whose, {"agreement_reference": reference}),
        )
        return self.requests.do(occasion, referral_id, command)

    def dispute(
        self,
        occasion: Occasion,
        referral_id: UUID,
        whose: Answering,
        reason: Code,
        text: str | None,
    ) -> Receipt:
        command = DisputeShare(
            funder=whose.funder,
            as_funder=whose.as_funder,
            answered_by=whose.answered_by,
            reason=reason,
            text=text,
            by=Subject(occasion.actor.subject),
            would_tell=self._would_tell(referral_id, whose, {"text": text}),
        )
        return self.requests.do(occasion, referral_id, command)

    def withdraw(
        self,
        occasion: Occasion,
        referral_id: UUID,
        whose: Answering,
        *,
        since: date,
        reason: Code,
        text: str | None,
    ) -> Receipt:
        """Record that a funder pays no more: the council pays in its place from that day."""
        command = WithdrawShare(
            funder=whose.funder,
            as_funder=whose.as_funder,
            since=since,
            reason=reason,
            text=text,
            by=Subject(occasion.actor.subject),
            would_tell=self._would_tell(referral_id, whose, {"text": text}),
        )
        return self.requests.do(occasion, referral_id, command)

    def _would_tell(
        self, referral_id: UUID, whose: Answering, texts: Mapping[str, str | None]
    ) -> tuple[str, ...]:
        """What a funder's own person writes is told to the council, and not by it."""
        return self.words.gives_away(referral_id, texts) if whose.as_funder is None else ()

    def note_word(
        self, occasion: Occasion, referral_id: UUID, officer: Subject, given_at: datetime
    ) -> Receipt:
        """Note what an officer said, in an emergency, in place of money authorised beforehand."""
        said = heard(self.requests.registers, occasion, referral_id, given_at, officer)
        command = NoteVerbalAuthority(officer=officer, spoken=said)
        return self.requests.do(occasion, referral_id, command)

    def meet_condition(
        self, occasion: Occasion, referral_id: UUID, condition: Code, on: When
    ) -> Receipt:
        command = MeetCondition(condition=condition, on=on, by=Subject(occasion.actor.subject))
        return self.requests.do(occasion, referral_id, command)
