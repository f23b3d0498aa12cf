"""The SSDA903, read and planned: from a council's yearly return to what we would record.

    folder ── files ──▶ lines ── rows ──▶ typed rows ── planning ──▶ a plan for each child
                          │                  │                          │
                          └── refused ◀──────┴──────────────────────────┘

`plan_return` reads a folder; nothing is stored. Every line of a file that is held ends in
one child's plan or among the refused, with its file, line, code and reason: the counts are
taken from the plans and add up, or there is no plan. What a plan becomes is decided
elsewhere; what is refused then goes back in by `ReturnPlan.refusing`, and `write_report`
says it all to the data officer.
"""

from application.imports.ssda903.findings import Finding, Line, Note, RefusedRow
from application.imports.ssda903.plan import (
    CarePlanned,
    ChildPlan,
    PlannedAbsence,
    PlannedAsylum,
    PlannedPlacement,
    PlannedReview,
    PlannedStatus,
)
from application.imports.ssda903.planning import ReturnPlan, plan_return
from application.imports.ssda903.report import write_report
from application.imports.ssda903.years import CollectionYear

__all__ = [
    "CarePlanned",
    "ChildPlan",
    "CollectionYear",
    "Finding",
    "Line",
    "Note",
    "PlannedAbsence",
    "PlannedAsylum",
    "PlannedPlacement",
    "PlannedReview",
    "PlannedStatus",
    "RefusedRow",
    "ReturnPlan",
    "plan_return",
    "write_report",
]
