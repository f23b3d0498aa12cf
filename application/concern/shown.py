"""What is shown of a concern to the council."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.concern.vocabulary import ActionId, Code, ConcernKind, Finding, Party, Source, Stage
from domain.shared.breaches import Breach
from domain.shared.doers import Doer
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId, PlacementId, ProviderId, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedConcern:
    """A line of the list, without a word of what was told."""

    concern_id: UUID
    kind: ConcernKind
    stage: Stage
    told_at: When
    setting_id: UUID | None
    about_provider: UUID | None
    children: int
    open_actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAction:
    """Something that is to be done; `done_on` is none while it is not."""

    action_id: ActionId
    code: Code
    doer: Doer
    due: date
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWord:
    """What was said to somebody outside, or by a provider. `text` is none where it is withheld."""

    at: When
    party: Party
    provider_id: ProviderId | None
    text: str | Erased | None
    finding: Finding | None


@dataclass(frozen=True, kw_only=True)
class ConcernView:
    """One concern, as the council reads it on a day.

    `minutes_to_tell` have gone from when the provider knew to when the council did. `subject`,
    whom an allegation is against, is shown to few; `subject_named` is whether one is on record.
    `withheld` are the texts that others do not read because they tell whom; each is none.
    """

    concern_id: UUID
    kind: ConcernKind
    stage: Stage
    categories: Sequence[Code]
    source: Source
    children: Sequence[CaseId]
    placements: Sequence[PlacementId]
    setting_id: SettingId | None
    about_provider: ProviderId | None
    raised_by: ProviderId | None
    happened_at: When | None
    aware_at: When | None
    told_at: When
    minutes_to_tell: int | None
    death: bool
    serious: bool
    account: str | Erased | None
    subject: str | Erased | None
    subject_named: bool
    lead: Subject | None
    referral_needed: bool
    referred: bool
    national_panel_notified: bool
    finding: Finding | None
    finding_text: str | Erased | None
    actions: Sequence[ShownAction]
    words: Sequence[ShownWord]
    learning: Sequence[Code]
    learning_text: str | Erased | None
    withheld: Sequence[str]
    breaches: Sequence[Breach]
    version: int
    position: int
