"""What is shown of one placement."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from application.placement import (
    absences_shown,
    moves_shown,
    provider_words_shown,
    stability_shown,
)
from application.placement.absences_shown import ShownTemporaryAbsence
from application.placement.end_shown import ShownEnd, without_reason
from application.placement.move_on_shown import ShownMoveOn
from application.placement.moves_shown import ShownMoves
from application.placement.notices_shown import ShownNotice, without_reasons
from application.placement.provider_words_shown import ShownProviderWord
from application.placement.stability_shown import ShownStability
from application.placement.view_of_approvals import ShownApprovals, without_words
from application.placement.void_shown import ShownVoid
from domain.placement.agreement import AgreementTerms
from domain.placement.arrangement import Arrangement
from domain.placement.notifying import AreaContent, Exclusion, Means, RecipientKind
from domain.placement.periods import StayPeriod
from domain.placement.planning import AppropriatePerson
from domain.placement.unlisted import Unlisted
from domain.placement.visit import NotAlone, NotSeen, VisitPlace
from domain.shared.breaches import Breach
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import Pence


@dataclass(frozen=True, kw_only=True)
class ShownAgreement:
    """The agreement, how far it has come (drafted, issued or in force), and who signed.

    `warnings` are codes of what is unusual in it and was not refused.
    """

    standing: str
    terms: AgreementTerms
    weekly_pence: Pence
    signed_by: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ShownStart:
    """When the child moved in, as it stands now, and the events to name in a correction.

    `unlisted` is where, of a home that no register knows (R-124).
    """

    at: When
    recorded_first_as: When
    event_id: UUID
    corrects_next: UUID
    unlisted: Unlisted | None
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, kw_only=True)
class ShownStartChange:
    """That an agreed start was put to another time, and why."""

    was: When
    starts_at: When
    reason: str | Erased | None
    by: str


@dataclass(frozen=True, kw_only=True)
class ShownVisit:
    """A visit, made or attempted, as it stands now; `event_id` is what a correction names."""

    event_id: UUID
    on: When
    visitor: str | Erased | None
    place: VisitPlace
    seen: bool
    not_seen: NotSeen | None
    seen_alone: bool
    not_alone: NotAlone | None
    wishes: str | Erased | None
    follow_up: str | Erased | None


@dataclass(frozen=True, kw_only=True)
class ShownPlan:
    """The newest plan for living there, and who signed it, as what; nobody yet where none."""

    version: int
    prepared_on: When
    document_id: UUID | None
    signed_on: When | None
    signatory: str | Erased | None
    signed_as: AppropriatePerson | None


class WordGiven(StrEnum):
    """What somebody was told of, or that somebody was left out of both."""

    START = "start"
    END = "end"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, kw_only=True)
class ShownTold:
    """One who was told in writing, or lawfully not, with who recorded or decided it.

    `who` is a connection of the child; `council` and `contents` are of an area authority.
    """

    of: WordGiven
    kind: RecipientKind | None
    who: UUID | None
    on: When
    means: Means | None
    council: str | None
    contents: tuple[AreaContent, ...]
    why: Exclusion | None
    because: str | Erased | None
    by: str
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, kw_only=True)
class PlacementView:
    """A placement as it stood on a day, by what was known at a position of the log.

    `until_18` is whether it is meant to last until then; none where nobody has said so.
    """

    placement_id: UUID
    stage: str
    arrangement: Arrangement
    lives_here: bool
    stay: StayPeriod | None
    agreement: ShownAgreement | None
    provider_met: tuple[When, ...]
    visited: tuple[When, ...]
    start_agreed_for: When | None
    start_changes: tuple[ShownStartChange, ...]
    start: ShownStart | None
    approval: ShownApprovals
    package_reviews: tuple[When, ...]
    plan: ShownPlan | None
    told: tuple[ShownTold, ...]
    visits: tuple[ShownVisit, ...]
    until_18: bool | None
    stability: ShownStability
    absences: tuple[ShownTemporaryAbsence, ...]
    provider_words: tuple[ShownProviderWord, ...]
    move_on: tuple[ShownMoveOn, ...]
    moves: ShownMoves
    notices: tuple[ShownNotice, ...]
    end: ShownEnd | None
    voided: ShownVoid | None
    version: int


def without_narrative(shown: PlacementView) -> PlacementView:
    """What was agreed and what it costs, and no word about the child."""
    silent = (replace(each, visitor=None, wishes=None, follow_up=None) for each in shown.visits)
    shown = replace(shown, visits=tuple(silent), told=())
    shown = without_whereabouts(shown)
    shown = replace(shown, move_on=tuple(replace(each, plan=None) for each in shown.move_on))
    shown = replace(shown, moves=moves_shown.without_words(shown.moves))
    unsaid = (replace(each, reason=None) for each in shown.start_changes)
    shown = replace(shown, start_changes=tuple(unsaid))
    shown = replace(shown, plan=shown.plan and replace(shown.plan, signatory=None))
    shown = replace(shown, approval=without_words(shown.approval))
    shown = replace(shown, notices=tuple(without_reasons(each) for each in shown.notices))
    shown = replace(shown, stability=stability_shown.without_words(shown.stability))
    shown = replace(shown, end=shown.end and without_reason(shown.end))
    if shown.agreement is None:
        return shown
    terms = shown.agreement.terms.model_copy(update={"outcomes": ()})
    return replace(shown, agreement=replace(shown.agreement, terms=terms))


def without_whereabouts(shown: PlacementView) -> PlacementView:
    """Not where a child slept that no register knows: told like a confidential address (R-160)."""
    shown = replace(shown, absences=absences_shown.nowhere(shown.absences))
    words = provider_words_shown.without_text(shown.provider_words)
    shown = replace(shown, provider_words=words)
    return replace(shown, start=shown.start and replace(shown.start, unlisted=None))
