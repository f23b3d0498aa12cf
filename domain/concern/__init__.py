"""Concern: something that may be wrong, from being told of it to what was learned (2.12).

    NotRaised ── RaiseConcern ──▶ Raised ── TriageConcern ──▶ Triaged ◀── ReopenConcern ──┐
                                                                │ BeginInvestigation      │
                                                                ▼                         │
                                                          Investigating                   │
                                                                │ RecordFinding           │
                                                                ▼                         │
                                                            Concluded ── CloseConcern ──▶ Closed

    In each of them but Closed: MakeSafeguardingReferral, NotifyNationalPanel, SetAction,
    FinishAction, ShareConcern, ReportFollowUp

One intake, five kinds: a safeguarding alert, the copy of a serious event notification, a
provider's own complaint, an issue report, a service failure. What was told is a fact, however
late; what it broke stands with it. Whom an allegation is against, no provider ever reads here.

`decisions` has the transitions, `rules` what they obey, `clocks` by when somebody had to be told.
"""

from domain.concern.commands import ConcernCommand
from domain.concern.decisions import decide
from domain.concern.events import ConcernEvent
from domain.concern.state import Concern, NotRaised, evolve
from domain.shared.decider import Decider

decider = Decider[ConcernCommand, Concern, ConcernEvent](
    initial=NotRaised(), decide=decide, evolve=evolve
)

__all__ = ["Concern", "ConcernCommand", "ConcernEvent", "decider"]
