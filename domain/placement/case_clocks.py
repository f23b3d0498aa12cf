"""The deadlines of a placement that go by the child's case too (docs/domain/03, 3.2)."""

from collections.abc import Sequence

from domain.placement.early_review import early_reviews
from domain.placement.events import PlacementProposed, PlacementStarted
from domain.placement.history import History, end_of, first_of, last_word_on_start
from domain.placement.move_on_clocks import move_on_clocks
from domain.placement.notification_clocks import notification_clocks
from domain.placement.plan_clock import plan_clock
from domain.placement.visit_clocks import visit_clocks
from domain.shared.child_in_law import ChildInLaw, PlacementBegan
from domain.shared.clocks import Clock, ClockTerms
from domain.shared.vocabulary import CaseId


def case_clocks(history: History, terms: ClockTerms, child: ChildInLaw) -> Sequence[Clock]:
    """Every deadline of one placement that hangs on how the child stands in law."""
    return [
        *visit_clocks(history, terms, child),
        *plan_clock(history, terms, child),
        *notification_clocks(history, terms, child),
        *move_on_clocks(history, terms, child),
        *early_reviews(history, terms, child),
    ]


def child_of(history: History) -> CaseId | None:
    """Whose placement this is; nobody's before it is proposed or begun."""
    for recorded in history:
        if isinstance(recorded.event, PlacementProposed | PlacementStarted):
            return recorded.event.case_id
    return None


def began(history: History) -> PlacementBegan | None:
    """When the child came and left, as the case's own deadlines go by it; none before it came."""
    start, word = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or word is None:
        return None
    end = end_of(history)
    until = end.effective_at if end else None
    provision = start.event.provision
    return PlacementBegan(fact=start, since=word.effective_at, until=until, provision=provision)
