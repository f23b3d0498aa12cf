"""Quality: what the council sees and agrees of one provider, over years (R-32, 2.8).

    NotMonitored ── any of these ──▶ Monitored ──┐
                                        ▲        │ PlanEngagement, HoldEngagement,
                                        │        │ CloseEngagement, CallOffEngagement,
                                        └────────┘ AgreeAction, FinishAction, DecideStatus

Visits to homes and offices, monthly contract meetings, individual meetings and property checks are
one mechanism: planned, held, actions, closed. Actions and requests for information have a day.
The status, green, amber or red, is decided by somebody for reasons, and bars nothing by itself.

`decisions` has the transitions, `rules` what they obey, `clocks` the next meeting and the actions.
"""

from domain.quality.commands import QualityCommand
from domain.quality.decisions import decide
from domain.quality.events import QualityEvent
from domain.quality.state import NotMonitored, Quality, evolve
from domain.shared.decider import Decider

decider = Decider[QualityCommand, Quality, QualityEvent](
    initial=NotMonitored(), decide=decide, evolve=evolve
)

__all__ = ["Quality", "QualityCommand", "QualityEvent", "decider"]
