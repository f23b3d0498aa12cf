"""Admission: whether one child is to live in homes that councils buy together (2.10, R-15).

    NotAsked ── AskAdmission ──▶ Asked ──┐
                                  ▲      │ RecordIndications, AddOutsideBreakdown,
                                  └──────┘ AgreeAdmission, ObjectToAdmission

Nothing here refuses a child: what it presents with is recorded and shown beside what the
homes are meant for. Each purchaser says yes or no, and may say otherwise later; whether
all have said yes is asked when a start is agreed.
"""

from domain.admission.commands import AdmissionCommand
from domain.admission.decisions import decide
from domain.admission.events import AdmissionEvent
from domain.admission.state import Admission, NotAsked, evolve
from domain.shared.decider import Decider

decider = Decider[AdmissionCommand, Admission, AdmissionEvent](
    initial=NotAsked(), decide=decide, evolve=evolve
)

__all__ = ["Admission", "AdmissionCommand", "AdmissionEvent", "decider"]
