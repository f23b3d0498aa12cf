"""One concern, read from its own history, as the council reads it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from application.concern.shown import ConcernView, ShownAction, ShownWord
from domain.concern import events as came
from domain.concern.chronology import stage_of
from domain.concern.rules import minutes_to_tell
from domain.concern.state import Facts, OnRecord
from domain.concern.vocabulary import Party
from domain.shared.envelope import Recorded
from domain.shared.personal import Erased

History = Sequence[Recorded[Any]]

AS_TOLD = (
    "kind",
    "categories",
    "source",
    "placements",
    "setting_id",
    "about_provider",
    "raised_by",
    "happened_at",
    "aware_at",
    "told_at",
    "death",
    "account",
    "breaches",
)
"""What is shown in the very words in which it was raised."""


def shown(
    concern_id: UUID, state: OnRecord, told: History, *, version: int, position: int
) -> ConcernView:
    return ConcernView(
        concern_id=concern_id,
        stage=stage_of(state),
        **_as_raised(state.facts.raised),
        **_as_followed(state.facts),
        **_as_learned(told),
        words=[word for each in told for word in _word(each)],
        withheld=(),
        version=version,
        position=position,
    )


def _as_raised(raised: came.ConcernRaised) -> Mapping[str, Any]:
    return {name: getattr(raised, name) for name in AS_TOLD} | {
        "children": () if raised.case_id is None else (raised.case_id, *raised.siblings),
        "minutes_to_tell": minutes_to_tell(raised.aware_at, raised.told_at),
    }


def _as_followed(facts: Facts) -> Mapping[str, Any]:
    return {
        "serious": facts.is_serious,
        "subject": subject_of(facts),
        "subject_named": subject_of(facts) is not None,
        "lead": facts.triage.lead if facts.triage else None,
        "referral_needed": facts.must_be_referred,
        "referred": facts.referred,
        "national_panel_notified": facts.panel_notified,
        "finding": facts.finding.finding if facts.finding else None,
        "finding_text": facts.finding.text if facts.finding else None,
        "actions": actions_of(facts),
    }


def _as_learned(told: History) -> Mapping[str, Any]:
    """As it was closed last, though it may have been opened again since."""
    closings = [each.event for each in told if isinstance(each.event, came.ConcernClosed)]
    closed = closings[-1] if closings else None
    return {
        "learning": closed.learning if closed else (),
        "learning_text": closed.text if closed else None,
    }


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
