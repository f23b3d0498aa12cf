"""The caller, held against the policy; what is read of a child is noted."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from application.access.actions import Action
from application.access.policy import ANYTHING, Decision, Resource, decide
from application.access.ports import Dealings
from application.access.principal import Principal
from application.clock.owners import capability
from domain.shared.envelope import GssCode, StreamId
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from interface.service import Service

LISTS = frozenset({Action.READ_BOARD, Action.READ_TASKS, Action.READ_WORKLIST, Action.FIND_CHILD})
"""Reading these shows something of many children: that it was read is noted, once."""


@dataclass(frozen=True)
class Caller:
    """A person who may do this, to what the path names.

    `known_at` is the instant of a question about what was known then.
    """

    principal: Principal
    action: Action
    purpose: str
    service: Service
    known_at: datetime | None = field(default=None, kw_only=True)

    def reach(self, stream: StreamId) -> None:
        """Refuse unless the policy allows this action on this stream; note the reading."""
        resource = self._resource(stream)
        decision = decide(self.principal, self.action, resource, self.purpose)
        self._hold(decision, stream, resource.authority)

    def would_reach(self, action: Action, stream: StreamId) -> bool:
        """Whether the policy would allow another action on a stream; nothing is noted."""
        return decide(self.principal, action, self._resource(stream)).allow

    def may_also(self, action: Action) -> bool:
        """Whether the role may do another thing at all; nothing is noted."""
        return decide(self.principal, action).allow

    def reach_council(self, gss: GssCode) -> None:
        """Refuse unless the policy allows this action on what a council says of itself."""
        resource = Resource(authority=gss)
        decision = decide(self.principal, self.action, resource, self.purpose)
        self._hold(decision, f"authority-{gss}", gss)

    def shown(self, stream: StreamId) -> None:
        """Note that something of a child's record was shown in a list, as a search does."""
        decision = Decision(allow=True, rule="shown_in_list")
        self.service.access_log.note(self.principal, self.action, stream, self.purpose, decision)

    def may(self, about: str) -> None:
        """Refuse unless the role may do this at all; `about` is what the path names."""
        decision = decide(self.principal, self.action, ANYTHING, self.purpose)
        if decision.allow and self.action in LISTS and not about:
            decision = replace(decision, obligations=("log",))
        self._hold(decision, about or "list", None)

    def _resource(self, stream: StreamId) -> Resource:
        owner = self.service.tenancy.owner(stream)
        if owner is None:
            raise NotFound
        today = london_day(self.service.clock.now())
        dealings = Dealings()
        for case_id in owner.children:
            dealings = dealings.and_with(self.service.tenancy.dealings(case_id, today))
        return Resource(
            authority=owner.authority,
            is_case=owner.case_id is not None,
            related=dealings.related,
            ever_allocated=dealings.ever_allocated,
            provider=owner.provider_id,
            voided=self._is_voided(stream),
        )

    def _is_voided(self, stream: StreamId) -> bool:
        """As was known at the instant that is asked about (R-191)."""
        if capability(stream) != "placement":
            return False
        position = self.service.log_times.position_at(self.known_at) if self.known_at else None
        return self.service.placement.records.is_voided(stream, position)

    def _hold(self, decision: Decision, resource: str, of: GssCode | None) -> None:
        log = self.service.access_log
        if "log" in decision.obligations or not decision.allow:
            log.note(self.principal, self.action, resource, self.purpose, decision, of=of)
        if "log_first" in decision.obligations:
            log.settle()
        if not decision.allow:
            raise decision.refusal
