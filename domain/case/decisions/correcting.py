"""Putting a recorded legal status right: by two people, naming what was and what is."""

from collections.abc import Sequence

from domain.case.commands import CorrectLegalStatus
from domain.case.errors import UnknownLegalFact
from domain.case.events import CaseEvent, LegalStatusCorrected
from domain.case.legal import (
    LegalFact,
    LegalStep,
    corrected,
    disorders,
    is_in_care,
    is_looked_after,
)
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from domain.shared.moments import london_day
from domain.shared.personal import legible
from domain.shared.two_people import require_second_person
from domain.shared.vocabulary import age_on


def correct_legal_status(case: Open, command: CorrectLegalStatus) -> Sequence[CaseEvent]:
    """Supersede what an event says, whether it is a fact or a correction of one (6-05)."""
    require_second_person(command.by, command.approved_by)
    born_on = legible(case.born_on)
    if command.standing not in case.legal:
        raise UnknownLegalFact
    now = _put_right(command)
    require_born_by(born_on, now.since)
    _require_possible(case, command.standing, now)
    correction = LegalStatusCorrected(
        corrects=command.corrects,
        was=command.standing,
        now=now,
        age_in_years=age_on(born_on, london_day(now.since)),
        reason=command.reason,
        approved_by=command.approved_by,
        corrected_by=command.by,
    )
    return [correction]


def _put_right(command: CorrectLegalStatus) -> LegalFact:
    was = command.standing
    # Another status has another national code, so the old one goes when nothing replaces it.
    code = was.national_code if command.legal_status is None else None
    now = LegalFact(
        step=was.step,
        since=command.on or was.since,
        legal_status=command.legal_status or was.legal_status,
        national_code=command.national_code or code,
    )
    if now == was:
        raise MissingInformation(["legal_status", "on"])
    return now


def _require_possible(case: Open, was: LegalFact, now: LegalFact) -> None:
    others = [fact for fact in case.legal if fact != was]
    looked_after = is_looked_after(others, now.since)
    if now.step is LegalStep.BEGAN and looked_after:
        raise WrongState("The child is looked after already on that day.")
    if disorders(corrected(case.legal, was, now)) > disorders(case.legal):
        raise EffectiveBeforeStream("A period of care would end before it began.")
    if is_in_care(now.legal_status) is not _leaves_in_care(now.step, looked_after=looked_after):
        raise WrongState("That legal status is not possible on that day.")


def _leaves_in_care(step: LegalStep, *, looked_after: bool) -> bool:
    return step is LegalStep.BEGAN or (step is LegalStep.CHANGED and looked_after)
