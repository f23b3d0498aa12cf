"""What is shown of a concern: to the council, and, much less, to a provider that was told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.concern import events as came
from domain.concern.chronology import stage_of
from domain.concern.rules import minutes_to_tell
from domain.concern.state import Facts, OnRecord
from domain.concern.vocabulary import (
    ActionId,
    Code,
    ConcernKind,
    Finding,
    Party,
    Source,
    Stage,
)
from domain.shared.breaches import Breach
from domain.shared.doers import Doer
from domain.shared.envelope import Recorded
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
    """What was said to somebody outside, or by a provider."""

    at: When
    party: Party
    provider_id: ProviderId | None
    text: str | Erased
    finding: Finding | None


@dataclass(frozen=True, kw_only=True)
class ConcernView:
    """One concern, as the council reads it on a day.

    `minutes_to_tell` have gone from when the provider knew to when the council did. `subject`,
    whom an allegation is against, is shown to few; `subject_named` is whether one is on record.
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
    account: str | Erased
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
    breaches: Sequence[Breach]
    version: int
    position: int


History = Sequence[Recorded[Any]]


def shown(
    concern_id: UUID, state: OnRecord, told: History, *, version: int, position: int
) -> ConcernView:
    facts, raised = state.facts, state.facts.raised
    closed = next(
        (e.event for e in reversed(told) if isinstance(e.event, came.ConcernClosed)), None
    )
    return ConcernView(
        concern_id=concern_id,
        kind=raised.kind,
        stage=stage_of(state),
        categories=raised.categories,
        source=raised.source,
        children=() if raised.case_id is None else (raised.case_id, *raised.siblings),
        placements=raised.placements,
        setting_id=raised.setting_id,
        about_provider=raised.about_provider,
        raised_by=raised.raised_by,
        happened_at=raised.happened_at,
        aware_at=raised.aware_at,
        told_at=raised.told_at,
        minutes_to_tell=minutes_to_tell(raised.aware_at, raised.told_at),
        death=raised.death,
        serious=facts.is_serious,
        account=raised.account,
        subject=subject_of(facts),
        subject_named=subject_of(facts) is not None,
        lead=facts.triage.lead if facts.triage else None,
        referral_needed=facts.must_be_referred,
        referred=facts.referred,
        national_panel_notified=facts.panel_notified,
        finding=facts.finding.finding if facts.finding else None,
        finding_text=facts.finding.text if facts.finding else None,
        actions=actions_of(facts),
        words=[word for each in told for word in _word(each)],
        learning=closed.learning if closed else (),
        learning_text=closed.text if closed else None,
        breaches=raised.breaches,
        version=version,
        position=position,
    )


def subject_of(facts: Facts) -> str | Erased | None:
    """As triage named them, or whoever told."""
    later = facts.triage.subject if facts.triage else None
    return facts.raised.subject if later is None else later


def actions_of(facts: Facts) -> Sequence[ShownAction]:
    return [
        ShownAction(
            action_id=action_id,
            code=each.asked.code,
            doer=each.asked.doer,
            due=each.asked.due,
            done_on=each.done_on,
        )
        for action_id, each in facts.actions.items()
    ]


def _word(recorded: Recorded[Any]) -> Sequence[ShownWord]:
    at = recorded.effective_at
    match recorded.event:
        case came.ConcernShared(party=party, provider_id=whom, text=text):
            return [ShownWord(at=at, party=party, provider_id=whom, text=text, finding=None)]
        case came.FollowUpReported(provider_id=who, text=text, finding=found):
            told = ShownWord(at=at, party=Party.PROVIDER, provider_id=who, text=text, finding=found)
            return [told]
        case _:
            return []
