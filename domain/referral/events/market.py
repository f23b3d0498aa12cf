"""What happens to a search while providers are asked: amended, extended, widened, asked about."""

from typing import ClassVar

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.events.answers import ByProvider
from domain.referral.pack import RedactedPack
from domain.referral.questions import ContactOutcome
from domain.referral.triage import QuestionId
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ContractId, ProviderId, Subject


class AtInstant(Event):
    """What the council did about a published search, at an instant."""

    at: AwareDatetime
    by: Subject

    def effective(self) -> When:
        return self.at


class ReferralAmended(AtInstant):
    """Another version of the pack took the place of the one before, which is kept (6-64).

    With a `deadline` every provider was given anew until then; without one, nothing moved.
    """

    stored_as: ClassVar[str] = "referral.amended.v1"

    pack: RedactedPack
    sha256: str
    certified_by: Subject
    material: bool
    reason: Code
    text: Sealed[str | None] = None
    deadline: AwareDatetime | None


class ResponseDeadlineExtended(AtInstant):
    """Every provider was given until the same later instant, before any deadline had passed."""

    stored_as: ClassVar[str] = "referral.response_deadline_extended.v1"

    deadline: AwareDatetime
    reason: Code


class SearchWidened(AtInstant):
    """More providers are asked; those already asked notice nothing. `lots` are those gone to."""

    stored_as: ClassVar[str] = "referral.search_widened.v1"

    lots: tuple[str, ...]
    contract_id: ContractId
    contract_version: int
    reason: Code
    text: Sealed[str | None] = None


class InvitationQuestionAsked(ByProvider):
    """A provider asked something about its invitation. Its clock runs on."""

    stored_as: ClassVar[str] = "referral.invitation_question_asked.v1"

    question_id: QuestionId
    text: Sealed[str]


class InvitationQuestionAnswered(AtInstant):
    """The council answered: to who asked, or to all as `shared_as`, without who asked.

    It is `not_shown_to` those of them who were out of the search by then.
    """

    stored_as: ClassVar[str] = "referral.invitation_question_answered.v1"

    question_id: QuestionId
    provider_id: ProviderId
    text: Sealed[str]
    to_all: bool
    shared_as: Sealed[str | None] = None
    not_shown_to: tuple[ProviderId, ...] = ()


class PackWithdrawn(AtInstant):
    """A pack that should not have been read is shown no more; it is kept as evidence (6-65).

    `field` is where the fault stood, and `opened_by` who had opened it. `with_it` went at the
    same stroke; one that was `superseded` was shown to nobody any more, and what is shown stays.
    One that was `shown_to` some alone goes by itself: what everybody is shown stays.
    """

    stored_as: ClassVar[str] = "referral.pack_withdrawn.v1"

    sha256: str
    field: Code
    reason: Code
    opened_by: tuple[ProviderId, ...]
    with_it: tuple[str, ...] = ()
    superseded: bool = False
    shown_to: tuple[ProviderId, ...] = ()


class PackDeletionAcknowledged(ByProvider):
    """A provider says that it has deleted every pack of this child that it held (5.3)."""

    stored_as: ClassVar[str] = "referral.pack_deletion_acknowledged.v1"


class TelephoneContactRecorded(AtInstant):
    """Somebody telephoned an invited provider, beside the portal (R-29, 4-126).

    A note that holds what the child is known by says that it was told: `breaches` has it.
    """

    stored_as: ClassVar[str] = "referral.telephone_contact_recorded.v1"

    provider_id: ProviderId
    outcome: ContactOutcome
    note: Sealed[str | None] = None
    breaches: tuple[Breach, ...] = ()


MarketEvent = (
    ReferralAmended
    | ResponseDeadlineExtended
    | SearchWidened
    | InvitationQuestionAsked
    | InvitationQuestionAnswered
    | PackWithdrawn
    | PackDeletionAcknowledged
    | TelephoneContactRecorded
)
