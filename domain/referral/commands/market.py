"""What is asked of a search while providers are being asked."""

from collections.abc import Mapping

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.commands.worded import Worded
from domain.referral.pack import Invitee, RedactedPack, codes_of
from domain.referral.questions import ContactOutcome
from domain.referral.staged_pack import StagedPack
from domain.referral.triage import QuestionId
from domain.shared.code_lists import Coded, ListName
from domain.shared.messages import Command, Value
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import ProviderId, Subject


class AmendPublishedReferral(Coded):
    """Publish another version of the pack. A `material` change gives everybody a new window.

    `terms` are the contract version that was published under.
    """

    pack: RedactedPack
    certified_by: Subject | None
    identifiers_found: tuple[Code, ...] = ()
    material: bool
    reason: Code
    text: str | None = None
    terms: ContractTerms
    now: AwareDatetime
    by: Subject

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return codes_of(self.pack)


class ExtendDeadline(Command):
    """Give every provider until the same later instant."""

    deadline: AwareDatetime
    reason: Code
    now: AwareDatetime
    by: Subject


class MinimumPack(Value):
    """The minimum pack as everybody is shown it, and who certified it."""

    pack: StagedPack
    certified_by: Subject


class WidenSearch(Command):
    """Ask more providers. Those of the audience who were asked before are passed over.

    In an emergency these are given the `minimum` pack too, as it is shown to the others.
    """

    lots: tuple[str, ...] = ()
    audience: tuple[Invitee, ...]
    reason: Code
    text: str | None = None
    terms: ContractTerms
    minimum: MinimumPack | None = None
    now: AwareDatetime
    by: Subject


class AskAboutInvitation(Command):
    question_id: QuestionId
    provider_id: ProviderId
    text: str
    at: AwareDatetime


class AnswerAboutInvitation(Worded):
    """Answer who asked; with `to_all` everybody, in words that do not show who asked.

    Who is `out` of the search is told nothing any more of the child.
    """

    question_id: QuestionId
    text: str
    to_all: bool = False
    shared_as: str | None = None
    out: tuple[ProviderId, ...] = ()
    now: AwareDatetime
    by: Subject


class WithdrawPack(Command):
    """Take a pack out of sight at once; `field` is where the fault stands.

    `sha256` is the version meant; without one it is the one that is shown.
    """

    sha256: str | None = None
    field: Code
    reason: Code
    now: AwareDatetime
    by: Subject


class AcknowledgeDeletion(Command):
    provider_id: ProviderId
    at: AwareDatetime


class RecordTelephoneContact(Worded):
    provider_id: ProviderId
    at: AwareDatetime
    outcome: ContactOutcome
    note: str | None = None
    by: Subject


MarketCommand = (
    AmendPublishedReferral
    | ExtendDeadline
    | WidenSearch
    | AskAboutInvitation
    | AnswerAboutInvitation
    | WithdrawPack
    | AcknowledgeDeletion
    | RecordTelephoneContact
)
