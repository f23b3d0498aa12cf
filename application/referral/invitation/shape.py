"""What a provider holds of one search: its invitation, what it may read, its own offer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from application.referral.judgement import ShownJudgement
from domain.referral.chronology import ProviderStanding
from domain.referral.events.emergency import PackReleased
from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    OfferAmendmentRequested,
)
from domain.referral.events.search import ProviderInvited
from domain.referral.field_matrix import PackStage
from domain.referral.offer import Entered, Offer
from domain.referral.pack import RedactedPack
from domain.referral.sections import SectionText
from domain.referral.triage import QuestionId
from domain.shared.personal import Erased


class OfferStatus(StrEnum):
    """What became of a provider's own offer."""

    OPEN = "open"
    LATE = "late"
    PREFERRED = "preferred"
    NOT_CHOSEN = "not_chosen"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ACCEPTED = "accepted"


Difference = CategoryDifferenceProposed | CategoryDifferenceAgreed


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOffer:
    """`reason` is the provider's own, and there is one only once another was preferred.

    `changes` is what the broker asked to have changed; `differences` the words of both sides
    about what goes beyond the category. `entered` is by whom, where the council wrote it down,
    and `owned` whether it is the provider's own, once it said.
    """

    offer: Offer
    received_at: datetime
    status: OfferStatus
    reason: str | Erased | None = None
    changes: OfferAmendmentRequested | None = None
    differences: tuple[Difference, ...] = ()
    judgement: ShownJudgement | None = None
    entered: Entered | None = None
    owned: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question that may be read, and its answer. `own` ones this provider asked itself."""

    question_id: QuestionId
    own: bool
    text: str | Erased
    answer: str | Erased | None = None


@dataclass(frozen=True, slots=True)
class ToldAlone:
    """A pack that this provider alone is shown, once it has opened it."""

    release: PackReleased
    opened_at: datetime | None = None

    @property
    def for_the_chosen(self) -> bool:
        """A matching pack is read while offers are compared; the others by the home chosen."""
        return self.release.pack.stage is not PackStage.MATCHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInvitation:
    """`version` counts what happened to this invitation alone.

    `pack` is the version that is shown now, none while it is withdrawn; `opened` is about
    that version, and `holds_pack` about any that is not acknowledged as deleted; one of them
    was withdrawn where it `must_delete`, or replaced where it `holds_former`. `over_at`
    is when the outcome was recorded: its own decline, or the end of the search; never for the
    provider whose offer was accepted, which keeps what it was told of the child. One that
    `may_return` declined, or took its offer back, while the search went on. `passed_over_at`
    is since when another offer is preferred to its own. From `closes_at` on the pack is read
    no more. `alone` is what no other provider is told, and `confidential_at` since when it is
    bound to keep it to itself.
    """

    invited: ProviderInvited
    pack: RedactedPack | None
    sha256: str | None
    standing: ProviderStanding
    version: int = 1
    opened: bool = False
    may_return: bool = False
    emergency: PackReleased | None = None
    alone: tuple[ToldAlone, ...] = ()
    confidential_at: datetime | None = None
    information: tuple[SectionText, ...] = ()
    holds_pack: bool = False
    holds_former: bool = False
    must_delete: bool = False
    deleted_at: datetime | None = None
    questions: tuple[OwnQuestion, ...] = ()
    offer: OwnOffer | None = None
    offers_before: tuple[OwnOffer, ...] = ()
    over_at: datetime | None = None
    passed_over_at: datetime | None = None
    closes_at: datetime | None = None

    @property
    def outcome_at(self) -> datetime | None:
        """Since when it knows its outcome, and so has the pack for a while only (5.3)."""
        known = [each for each in (self.over_at, self.passed_over_at) if each is not None]
        return min(known, default=None)

    @property
    def tells_unopened(self) -> bool:
        """Whether it is shown what nobody opens: an answer, a part of the full information."""
        answered = any(each.answer is not None for each in self.questions)
        return answered or bool(self.information)

    @property
    def said_deleted(self) -> bool:
        """Whether it has said, since it knows its outcome, that it deleted what it held."""
        said, known = self.deleted_at, self.outcome_at
        return said is not None and known is not None and said >= known

    @property
    def holds_something(self) -> bool:
        """Whether it has anything of the child to delete: opened, or shown without opening."""
        return self.holds_pack or (self.tells_unopened and not self.said_deleted)
