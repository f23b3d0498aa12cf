"""An invitation: one provider asked, and how it answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.referral.codes import InvitationId
from domain.shared.vocabulary import ProviderId


class Answer(StrEnum):
    """How an invitation stands once it is no longer waited for."""

    OFFERED = "offered"
    OFFERED_LATE = "offered_late"
    DECLINED = "declined"
    NO_RESPONSE = "no_response"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Invitation:
    """What is remembered of one invited provider. No answer yet is `None`.

    `lot` is the one it was asked under where that is not the search's own. `viewed` is
    about the version of the pack that is shown now, `holds_pack` about any. One that
    `keeps_confidence` accepted the confidentiality terms, and may be told more (R-100).
    `said_no_at` is when the provider last declined, or took its offer back.
    """

    invitation_id: InvitationId
    provider_id: ProviderId
    invited_at: datetime
    deadline: datetime
    viewed: bool = False
    answer: Answer | None = None
    lot: str | None = None
    holds_pack: bool = False
    may_answer_again: bool = False
    keeps_confidence: bool = False
    said_no_at: datetime | None = None

    def is_withdrawn(self) -> bool:
        """Whether it was taken back; an answer all the same is recorded as late (R-59)."""
        return self.answer is Answer.WITHDRAWN

    def is_late(self, at: datetime) -> bool:
        """The deadline itself is in time; a microsecond after it is late (R-05)."""
        return at > self.deadline

    def is_answered(self) -> bool:
        """Whether the provider itself answered; its silence may still be broken."""
        silent = (None, Answer.NO_RESPONSE, Answer.WITHDRAWN)
        return self.answer not in silent and not self.may_answer_again
