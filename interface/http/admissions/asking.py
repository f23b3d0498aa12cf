"""A block's homes are considered for the child of a search, and read with what is indicated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.admission.shown import AdmissionView
from application.shared.office import stream_of
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, CodeText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["admissions"], responses=declared(404, 409)
)


class NewAdmission(Body):
    """What the child presents with, by codes. None is asked for: a diagnosis never is (0-025)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "block_id": examples.BLOCK,
                "indications": ["self_harm_hospital_stay", "trauma"],
            }
        }
    )

    block_id: UUID
    child: int = Field(default=1, ge=1, le=20, strict=True)
    indications: list[CodeText] = Field(default=[], max_length=50)


@dataclass(frozen=True, kw_only=True)
class AdmissionsOfReferral:
    as_at: date
    as_known_at: datetime | None
    admissions: Sequence[AdmissionView]


@router.post("/admissions", status_code=201)
def ask_admission(
    referral_id: UUID,
    new: NewAdmission,
    response: Response,
    caller: Commanding = commanding(Action.ASK_ADMISSION),
) -> CommandAnswer:
    """Consider a block's homes. It warns of what would refuse the start, and refuses nothing."""
    caller.reach(stream_of("block", new.block_id))
    receipt = caller.service.registers.admissions.ask(
        caller.occasion, referral_id, new.block_id, new.child, tuple(new.indications)
    )
    return carried_out(caller.service, receipt, response)


@router.get("/admissions")
def read_admissions(
    referral_id: UUID,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REFERRAL),
) -> AdmissionsOfReferral:
    """What is indicated, breakdowns in the twelve months to the referral, and who has agreed."""
    found = caller.service.registers.admission_records.of_referral(referral_id, asked.of)
    return AdmissionsOfReferral(as_at=asked.of.day, as_known_at=asked.known_at, admissions=found)
