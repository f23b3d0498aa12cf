"""The events of a child's own record."""

from collections.abc import Sequence

from domain.case.events import CaseEvent
from domain.shared.envelope import Recorded

Facts = Sequence[Recorded[CaseEvent]]
