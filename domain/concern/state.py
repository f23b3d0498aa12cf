"""What a concern must remember in order to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.concern import events as came
from domain.concern.events import ConcernEvent
from domain.concern.vocabulary import ActionId
from domain.shared.errors import CorruptHistory
from domain.shared.vocabulary import ProviderId


@dataclass(frozen=True)
class Action:
    """Something that is to be done, and the day on which it was."""

    asked: came.ActionSet
    done_on: date | None = None


@dataclass(frozen=True)
class Facts:
    """What is known of a concern in every state. `told` are the providers that may read of it."""

    raised: came.ConcernRaised
    triage: came.ConcernTriaged | None = None
    referred: bool = False
    panel_notified: bool = False
    finding: came.FindingRecorded | None = None
    actions: Mapping[ActionId, Action] = field(default_factory=dict)
    told: frozenset[ProviderId] = frozenset()

    @property
    def is_serious(self) -> bool:
        """Whether the national panel is to be told: a death always (C-SCIN-5WD)."""
        return self.raised.death or (self.triage is not None and self.triage.serious)

    @property
    def must_be_referred(self) -> bool:
        return self.triage is not None and self.triage.refer

    def open_actions(self) -> tuple[Action, ...]:
        return tuple(each for each in self.actions.values() if each.done_on is None)


@dataclass(frozen=True)
class NotRaised:
    """Nobody has told us anything."""


@dataclass(frozen=True)
class OnRecord:
    """Raised, whatever has come of it."""

    facts: Facts


@dataclass(frozen=True)
class Live(OnRecord):
    """Not closed."""


@dataclass(frozen=True)
class Raised(Live):
    """Nobody has looked at it yet."""


@dataclass(frozen=True)
class Triaged(Live):
    """Somebody leads it. `again` is whether it was closed before."""

    again: bool = False


@dataclass(frozen=True)
class Investigating(Live):
    """It is being looked into."""


@dataclass(frozen=True)
class Concluded(Live):
    """What came of it is known; actions may be open."""


@dataclass(frozen=True)
class Closed(OnRecord):
    """Done with."""


Concern = NotRaised | OnRecord


def evolve(concern: Concern, event: ConcernEvent) -> Concern:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match concern, event:
        case NotRaised(), came.ConcernRaised(raised_by=told):
            return Raised(Facts(event, told=frozenset({told} if told else ())))
        case Live(facts), came.ConcernTriaged():
            return Triaged(replace(facts, triage=event))
        case Live(facts), came.InvestigationBegun():
            return Investigating(facts)
        case Live(facts), came.FindingRecorded():
            return Concluded(replace(facts, finding=event))
        case Live(facts), came.ConcernClosed():
            return Closed(facts)
        case Closed(facts), came.ConcernReopened():
            return Triaged(replace(facts, finding=None), again=True)
        case OnRecord(facts), _:
            return replace(concern, facts=_noted(concern, facts, event))
        case _:
            raise CorruptHistory(concern, event)


def _noted(concern: Concern, facts: Facts, event: ConcernEvent) -> Facts:
    match event:
        case came.SafeguardingReferralMade():
            return replace(facts, referred=True)
        case came.NationalPanelNotified():
            return replace(facts, panel_notified=True)
        case came.ActionSet(action_id=key):
            return replace(facts, actions={**facts.actions, key: Action(event)})
        case came.ActionDone(action_id=key, on=on):
            done = replace(facts.actions[key], done_on=on)
            return replace(facts, actions={**facts.actions, key: done})
        case came.ConcernShared(provider_id=told):
            return replace(facts, told=facts.told | ({told} if told else frozenset()))
        case came.FollowUpReported():
            return facts
        case _:
            raise CorruptHistory(concern, event)
