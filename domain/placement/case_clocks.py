"""The deadlines of a placement that go by the child's case too (docs/domain/03, 3.2)."""

from collections.abc import Sequence

from domain.placement.events import PlacementProposed, PlacementStarted
from domain.placement.history import History
from domain.placement.visit_clocks import visit_clocks
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clocks import Clock, ClockTerms
from domain.shared.vocabulary import CaseId


def case_clocks(history: History, terms: ClockTerms, child: ChildInLaw) -> Sequence[Clock]:
    """Every deadline of one placement that hangs on how the child stands in law."""
    return visit_clocks(history, terms, child)


def child_of(history: History) -> CaseId | None:
    """Whose placement this is; nobody's before it is proposed or begun."""
    for recorded in history:
        if isinstance(recorded.event, PlacementProposed | PlacementStarted):
            return recorded.event.case_id
    return None
