"""Every event the service stores, by its stored name, and how old ones are lifted.

A new capability joins `SHIPPED`. A change that old events cannot satisfy takes the next
`.vN` and an upcaster; `docs/changing-events.md` is the procedure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from domain.admission.events import AdmissionEvent
from domain.authority.events import AuthorityEvent
from domain.block.events import BlockEvent
from domain.case.events import CaseEvent
from domain.clock.events import ClockEvent
from domain.concern.events import ConcernEvent
from domain.contract.events import ContractEvent
from domain.feed.events import FeedEvent
from domain.incoming.events import IncomingEvent
from domain.joint_service.events import JointServiceEvent
from domain.panel.events import PanelEvent
from domain.placement.events import PlacementEvent
from domain.provider.events import ProviderEvent
from domain.quality.events import QualityEvent
from domain.reference.events import ReferenceEvent
from domain.referral.events import ReferralEvent
from domain.setting.events import SettingEvent
from domain.shared.messages import Event
from domain.task.events import TaskEvent
from domain.telling.events import TellingEvent

Payload = dict[str, Any]


@dataclass(frozen=True)
class Upcaster:
    """Lifts the payload of an old stored name to the next one, after unsealing."""

    to: str
    lift: Callable[[Payload], Payload]


@dataclass(frozen=True)
class Catalogue:
    classes: Mapping[str, type[Event]]
    upcasters: Mapping[str, Upcaster] = field(default_factory=dict)

    @classmethod
    def of(cls, classes: Iterable[type[Event]]) -> "Catalogue":
        return cls({event_class.stored_as: event_class for event_class in classes})

    def lift(self, name: str, payload: Payload) -> tuple[type[Event], Payload]:
        """The newest class for a stored name, and the payload that fits it."""
        while (upcaster := self.upcasters.get(name)) is not None:
            name, payload = upcaster.to, upcaster.lift(payload)
        return self.classes[name], payload


UNIONS: tuple[Any, ...] = (
    AdmissionEvent,
    AuthorityEvent,
    BlockEvent,
    CaseEvent,
    ClockEvent,
    ConcernEvent,
    ContractEvent,
    FeedEvent,
    IncomingEvent,
    JointServiceEvent,
    PanelEvent,
    PlacementEvent,
    ProviderEvent,
    QualityEvent,
    ReferenceEvent,
    ReferralEvent,
    SettingEvent,
    TellingEvent,
    TaskEvent,
)

SHIPPED = Catalogue.of(
    event_class for union in UNIONS for event_class in get_args(union) or (union,)
)
