"""What can be asked about notice (docs/domain/02, 2.6)."""

from datetime import date

from domain.placement.endings import ImmediateGround, StatutoryReview
from domain.placement.notice_answers import NoticeAnswer
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


class ServeNotice(Command):
    """Give the provider the council's notice, under the placement's own contract version.

    `reason` is the contract's code; `options_explored` what was tried first (4-232);
    `manager_approval` the team manager who approved it; `risk_ground` why no review comes first.
    """

    reason: str
    terms: ContractTerms
    served_at: When
    options_explored: str | None
    manager_approval: Subject | None
    statutory_review: StatutoryReview | None = None
    looked_after: bool
    risk_ground: ImmediateGround | None = None
    written: bool
    by: Subject

    @property
    def immediate_risk(self) -> bool:
        return self.risk_ground is not None


class ServeOwnHomeNotice(Command):
    """Give notice in the council's own home, or with its own carers: to the end that is named.

    Otherwise as `ServeNotice`, without a contract.
    """

    reason: str
    served_at: When
    end_named: date | None
    options_explored: str | None
    manager_approval: Subject | None
    statutory_review: StatutoryReview | None = None
    looked_after: bool
    risk_ground: ImmediateGround | None = None
    written: bool
    by: Subject


class RecordProviderNotice(Command):
    """Record that the provider gave notice, and the end it named (R-16, 6-22)."""

    received_at: When
    reason: str
    end_named: When | None = None
    terms: ContractTerms | None = None


class ReplaceNotice(Command):
    """Give the council's notice again, for another reason, in the place of its n-th (6-19)."""

    replaces: int
    notice: ServeNotice


class AgreeOtherEnd(Command):
    """Both parties agree, in writing, that the n-th notice runs out on another day.

    `provider_agreed` is who agreed for the provider, `approved_by` the manager who did for the
    council; the end comes `sooner` or later than it was.
    """

    notice: int
    sooner: bool
    agreed_on: When
    earliest_end: date
    pay_until: date
    reason: str
    written: bool
    provider_agreed: str | None
    approved_by: Subject | None
    statutory_review: StatutoryReview | None = None
    looked_after: bool
    by: Subject


class AnswerOnNotice(Command, NoticeAnswer):
    """Say as the provider whether another end of a notice, or taking it back, is agreed."""

    at: When


class WithdrawNotice(Command):
    """Take the n-th notice back: both parties say so, whichever of them gave it."""

    notice: int
    on: When
    reason: str
    provider_agreed: str | None
    approved_by: Subject | None
    by: Subject


class NoteNoticeRanOut(Command):
    """Note of each notice that ran out by the end of a day that the child lives there still."""

    by_end_of: date


NoticeGivenCommand = ServeNotice | ReplaceNotice | RecordProviderNotice
NoticeChangeCommand = AgreeOtherEnd | AnswerOnNotice | WithdrawNotice | NoteNoticeRanOut
NoticeCommand = NoticeGivenCommand | ServeOwnHomeNotice | NoticeChangeCommand
