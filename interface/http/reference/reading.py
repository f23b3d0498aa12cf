"""The editions of a set, and which is in force on a day. Every council reads the same."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from fastapi import APIRouter

from application.access.actions import Action
from application.reference.queries import EditionsView
from domain.reference.sets import SetName
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(prefix="/reference", tags=["reference"])


@dataclass(frozen=True, kw_only=True)
class ReadEditions(EditionsView):
    as_at: date
    as_known_at: datetime | None


@router.get("/{set_name}/editions", responses=declared())
def read_editions(
    set_name: SetName, asked: AskedOf, caller: Caller = reading(Action.READ_REGISTERS)
) -> ReadEditions:
    """Every edition from when until when it is in force, with its source and approver."""
    view = caller.service.registers.reference_records.view(set_name, asked.of)
    shown = {each.name: getattr(view, each.name) for each in fields(EditionsView)}
    return ReadEditions(**shown, as_at=asked.of.day, as_known_at=asked.known_at)
