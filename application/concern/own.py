"""What a provider reads of a concern that it raised or was told about: this, and no more.

Every field is named here. No account, whoever wrote it, and no name: what it is told are the
words that were shared with it, and each is looked through anew for whom it is against and for
each child (R-235).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from application.concern.naming import stands_in
from application.concern.shown import ShownAction
from application.concern.view import actions_of
from domain.case.marks import Mark
from domain.concern import events as came
from domain.concern.chronology import stage_of
from domain.concern.state import Facts, OnRecord
from domain.concern.vocabulary import Code, ConcernKind, Stage
from domain.shared.doers import Doer
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import ProviderId, SettingId


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words that were shared. None where they are withheld because they name somebody."""

    at: When
    text: str | Erased | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnConcern:
    """`raised_by_us` is whether this provider told the council. `actions` are its own to do."""

    concern_id: UUID
    kind: ConcernKind
    categories: Sequence[Code]
    stage: Stage
    raised_by_us: bool
    told_on: date
    setting_id: SettingId | None
    told: Sequence[Told]
    actions: Sequence[ShownAction]
    follow_ups: int


def own(
    concern_id: UUID,
    state: OnRecord,
    history: Sequence[Recorded[Any]],
    provider_id: ProviderId,
    marks: Sequence[Mark],
) -> OwnConcern:
    """What one provider reads. Words in which any of `marks` stands are withheld."""
    facts, raised = state.facts, state.facts.raised
    mine = raised.raised_by == provider_id
    runs_it = raised.about_provider == provider_id
    own_actions = [each for each in actions_of(facts) if each.doer is Doer.PROVIDER]
    said = [each for each in history if isinstance(each.event, came.FollowUpReported)]
    return OwnConcern(
        concern_id=concern_id,
        kind=raised.kind,
        categories=raised.categories if mine else (),
        stage=stage_of(state),
        raised_by_us=mine,
        told_on=_day(history, facts, provider_id),
        setting_id=raised.setting_id if runs_it else None,
        told=[each for recorded in history for each in _told(recorded, provider_id, marks)],
        actions=own_actions if runs_it else (),
        follow_ups=sum(each.event.provider_id == provider_id for each in said),
    )


def _told(
    recorded: Recorded[Any], provider_id: ProviderId, marks: Sequence[Mark]
) -> Sequence[Told]:
    match recorded.event:
        case came.ConcernShared(provider_id=whom, text=text) if whom == provider_id:
            shown = None if stands_in(text, marks) else text
            return [Told(at=recorded.effective_at, text=shown)]
        case _:
            return []


def _day(history: Sequence[Recorded[Any]], facts: Facts, provider_id: ProviderId) -> date:
    """The day on which it told, or was told first."""
    if facts.raised.raised_by == provider_id:
        return london_day(facts.raised.told_at)
    shared = (
        london_day(each.effective_at)
        for each in history
        if isinstance(each.event, came.ConcernShared) and each.event.provider_id == provider_id
    )
    return next(shared)
