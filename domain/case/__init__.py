"""Case: one child's record with the placements team.

It is opened once. Then each line of facts about the child runs on its own, in business
order, whatever the order in which we were told:

    NotOpened ── OpenCase ──▶ Open

    identity     AmendIdentity, RecordUnaccompanied
    people       nobody ── Allocate, AssignIRO ──▶ allocated ── EndAllocation ──▶ nobody
    legal        not looked after ── RecordBecameLookedAfter ──▶ looked after
                 looked after ── RecordLegalStatusChange ──▶ looked after
                 looked after ── RecordCeasedLookedAfter ──▶ not looked after
                 CorrectLegalStatus supersedes any of them
    presence     here ── RecordMissing, RecordAwayWithoutAuthorisation ──▶ absent
                 absent ── RecordReturned ──▶ here
    support      RecordMatrix, ScheduleStatutoryReview, RecordStatutoryReviewHeld, RecordCarePlan
    reviews      AskEarlyReview, AdjournReview, CancelReview; once held ConfirmReviewDecisions,
                 RecordOfReview, FinishReviewAction
    pathway      RecordPathwayNeeds, RecordPathwayPlan, RecordPathwayReview, RecordAdviserVisit
    disputes     RaiseDispute ──▶ open ── EscalateDispute ──▶ open ── ResolveDispute ──▶ over

Beside these lie areas to avoid, people around the child, and its documents.

`decisions` has the transitions; `rules` has the law and policy they obey; `chronology`
is the record as dated periods; `clocks` the statutory reviews that fall due.
"""

from domain.case.commands import CaseCommand
from domain.case.decisions import decide
from domain.case.events import CaseEvent
from domain.case.state import Case, NotOpened, evolve
from domain.shared.decider import Decider

decider = Decider[CaseCommand, Case, CaseEvent](initial=NotOpened(), decide=decide, evolve=evolve)

__all__ = ["Case", "CaseCommand", "CaseEvent", "decider"]
