"""How a stay ended, from the return's codes in ours.

The return says on whose wish a child moved, but holds no review that would bear a council's
own wish out (SI 2010/959, reg. 14). So an end that the council wished is told with the
national reason and as nobody's in particular, and no breach is read into it.
"""

from datetime import date

from application.imports.ssda903.codes import LEAVES_CARE
from application.imports.ssda903.plan import PlannedPlacement
from domain.placement.commands import RecordEnd
from domain.placement.endings import Instigator, PlannedOverride

INSTIGATORS = {
    "CHILD": Instigator.CHILD,
    "CREQB": Instigator.PROVIDER,
    "CREQO": Instigator.PROVIDER,
    "CLOSE": Instigator.PROVIDER,
}
"""Of the reasons for a change of placement, those that name who wished it."""

SAYS_PLANNED = {"CARPL": True, "E4A": True, "E4B": False}
"""The codes whose national meaning says whether the end was planned."""


def end_of(stay: PlannedPlacement, ended: date, *, looked_after: bool) -> RecordEnd:
    national = stay.reason_place_change or stay.rec
    return RecordEnd(
        at=ended,
        reason=_reason(stay),
        national_reason=national,
        instigator=INSTIGATORS.get(stay.reason_place_change or "", Instigator.OTHER),
        override=_planned(national),
        looked_after=looked_after,
    )


def _reason(stay: PlannedPlacement) -> str:
    if stay.rec in LEAVES_CARE:
        return "care_ended"
    return "moved" if stay.reason_place_change or stay.end_taken_from_next else "not_stated"


def _planned(national: str | None) -> PlannedOverride | None:
    if national not in SAYS_PLANNED:
        return None
    return PlannedOverride(planned=SAYS_PLANNED[national], reason=f"SSDA903 return: {national}")
