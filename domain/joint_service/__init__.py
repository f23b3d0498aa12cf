"""Joint service: one that several funders pay for by the year, without a bed or a child in it.

    NotAgreed ── AgreeService ──▶ Agreed ──┐
                                    ▲      │ ExtendService, AgreeContributions, RecordSpend,
                                    └──────┘ CorrectSpend, RenameFunder, NoteAgreement

Each funder's part is a sum a year from a day on. What falls due in a financial year is
worked out from these sums, and stands beside what was spent; where the two differ, the
difference is shown and nothing is corrected (R-38). Beds bought together are a `block`,
and a share of one child's placement is that search's money.

`decisions` has the transitions; `contributions` what falls due, and `years` when.
"""

from domain.joint_service.commands import JointServiceCommand
from domain.joint_service.decisions import decide
from domain.joint_service.events import JointServiceEvent
from domain.joint_service.state import JointService, NotAgreed, evolve
from domain.shared.decider import Decider

decider = Decider[JointServiceCommand, JointService, JointServiceEvent](
    initial=NotAgreed(), decide=decide, evolve=evolve
)

__all__ = ["JointService", "JointServiceCommand", "JointServiceEvent", "decider"]
