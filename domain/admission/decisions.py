"""The steps of an admission. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.admission import commands as ask
from domain.admission import events as came
from domain.admission.commands import AdmissionCommand
from domain.admission.events import AdmissionEvent
from domain.admission.rules import (
    require_not_before,
    require_purchaser,
    warnings_of,
)
from domain.admission.state import Admission, Asked, NotAsked
from domain.shared.errors import WrongState
from domain.shared.said import require_said


def decide(admission: Admission, command: AdmissionCommand) -> Sequence[AdmissionEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match admission, command:
        case NotAsked(), ask.AskAdmission():
            return asked(command)
        case Asked(), ask.RecordIndications():
            return [came.IndicationsRecorded(**dict(command))]
        case Asked(), ask.AddOutsideBreakdown():
            require_said(evidence=command.evidence)
            return [came.OutsideBreakdownAdded(**dict(command))]
        case Asked(), ask.AgreeAdmission():
            require_purchaser(admission, command.council)
            require_said(answered_by=command.answered_by)
            require_not_before(admission, command.council, command.on)
            return [came.PurchaserAgreed(**dict(command))]
        case Asked(), ask.ObjectToAdmission():
            require_purchaser(admission, command.council)
            require_said(answered_by=command.answered_by, reason=command.reason)
            require_not_before(admission, command.council, command.on)
            return [came.PurchaserObjected(**dict(command))]
        case _:
            raise WrongState.of(admission, command)


def asked(command: ask.AskAdmission) -> Sequence[AdmissionEvent]:
    """Never refused for what the child presents with, or does not (R-15)."""
    told = command.model_dump(exclude={"in_care_only", "in_care"})
    warnings = warnings_of(in_care_only=command.in_care_only, in_care=command.in_care)
    return [came.AdmissionAsked(**told, warnings=warnings)]
