"""What a return says of a child, told to the child's case; what is held is not told again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.imports.ssda903.carrying_out.care import tell_care
from application.imports.ssda903.carrying_out.retelling import Retelling
from application.imports.ssda903.plan import ChildPlan, PlannedAbsence, PlannedReview
from domain.case.chronology.identity import identity_of
from domain.case.codes import Ethnicity, Participation, Sex
from domain.case.commands import (
    AmendIdentity,
    OpenCase,
    RecordAwayWithoutAuthorisation,
    RecordMissing,
    RecordReturned,
    RecordStatutoryReviewHeld,
    RecordUnaccompanied,
)
from domain.case.events import (
    ChildAway,
    ChildMissing,
    ChildReturned,
    StatutoryReviewHeld,
    UnaccompaniedRecorded,
)
from domain.case.identity import (
    BirthDate,
    BirthDateKind,
    Identifier,
    Identity,
    IdentityChange,
    Unaccompanied,
)
from domain.case.state import NotOpened, Open
from domain.shared.envelope import GssCode
from domain.shared.errors import RecordErased
from domain.shared.moments import london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId, Subject

SOURCE = "SSDA903 return"
CHILD = "ssda903_child"
UPN = "upn"
NO_UPN = "UN"
"""UN1 to UN5 say why there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """With what a case is opened: who records it, on which day, and whom it may be already."""

    case_id: CaseId
    authority: GssCode
    by: Subject
    today: date
    possible_duplicates: tuple[CaseId, ...]


def tell_case(telling: Retelling, plan: ChildPlan, opening: Opening) -> bool:
    """Tell everything but the placements. False where the case takes nothing at all."""
    if isinstance(telling.state, NotOpened):
        if not telling.tell(_open(plan, opening), *plan.rows()):
            return False
    elif _is_erased(telling.state):
        telling.decline(RecordErased(), *plan.rows())
        return False
    else:
        _tell_identity(telling, plan, opening)
    for period in plan.care:
        tell_care(telling, period, plan)
    _tell_reviews(telling, plan.reviews)
    _tell_absences(telling, plan.missing)
    return True


def identifiers_of(plan: ChildPlan) -> tuple[Identifier, ...]:
    numbers = {CHILD: plan.child, UPN: upn_of(plan)}
    return tuple(
        Identifier(kind=kind, value=number)
        for kind, number in numbers.items()
        if number is not None
    )


def upn_of(plan: ChildPlan) -> str | None:
    """The child's pupil number; none where the return says why there is none."""
    return None if plan.upn is None or plan.upn.startswith(NO_UPN) else plan.upn


def home_postcode_of(plan: ChildPlan) -> str | None:
    """Where the child came from, as the latest stay has it."""
    return next((p.home_postcode for p in reversed(plan.placements) if p.home_postcode), None)


def _open(plan: ChildPlan, opening: Opening) -> OpenCase:
    identity = Identity(
        birth_dates=(_birth(plan, opening.today, accepted=True),),
        sex=Sex(plan.sex) if plan.sex else Sex.UNKNOWN,
        ethnicity=Ethnicity(plan.ethnicity) if plan.ethnicity else Ethnicity.NOT_YET_OBTAINED,
        identifiers=identifiers_of(plan),
        home_postcode=home_postcode_of(plan),
        unaccompanied=Unaccompanied(until=plan.asylum.until) if plan.asylum else None,
    )
    return OpenCase(
        case_id=opening.case_id,
        authority=opening.authority,
        identity=identity,
        possible_duplicates=opening.possible_duplicates,
        by=opening.by,
    )


def _birth(plan: ChildPlan, today: date, *, accepted: bool) -> BirthDate:
    return BirthDate(
        born_on=plan.born_on,
        kind=BirthDateKind.DOCUMENTED,
        source=SOURCE,
        recorded_on=today,
        accepted=accepted,
    )


def _is_erased(state: object) -> bool:
    return isinstance(state, Open) and isinstance(state.born_on, Erased)


def _tell_identity(telling: Retelling, plan: ChildPlan, opening: Opening) -> None:
    """Add what was not known. What people hold of a child, a return does not overwrite."""
    identity = identity_of(telling.history.events)
    if identity is None:
        return
    change = _additions(identity, plan, opening.today)
    if change != IdentityChange():
        telling.tell(AmendIdentity(change=change, reason=SOURCE, by=opening.by), plan.header)
    if plan.asylum and not _holds_asylum(identity, telling.history.facts, plan.asylum.until):
        telling.tell(RecordUnaccompanied(until=plan.asylum.until), plan.asylum.row)


def _additions(identity: Identity, plan: ChildPlan, today: date) -> IdentityChange:
    # Another date of birth is kept beside the accepted one, for a person to weigh (6-46a).
    births = {birth.born_on for birth in identity.birth_dates}
    held = set(identity.identifiers)
    return IdentityChange(
        birth_date=None if plan.born_on in births else _birth(plan, today, accepted=False),
        identifiers=tuple(each for each in identifiers_of(plan) if each not in held),
        home_postcode=None if identity.home_postcode else home_postcode_of(plan),
    )


def _holds_asylum(identity: Identity, facts: Sequence[Any], until: date | None) -> bool:
    told = [fact.until for fact in facts if isinstance(fact, UnaccompaniedRecorded)]
    if identity.unaccompanied is not None:
        told.append(identity.unaccompanied.until)
    return until in told


def _tell_reviews(telling: Retelling, reviews: Iterable[PlannedReview]) -> None:
    facts = telling.history.facts
    held = {london_day(fact.on) for fact in facts if isinstance(fact, StatutoryReviewHeld)}
    for review in reviews:
        if review.held_on not in held:
            part = Participation(review.participation) if review.participation else None
            telling.tell(
                RecordStatutoryReviewHeld(on=review.held_on, participation=part), review.row
            )


def _tell_absences(telling: Retelling, absences: Iterable[PlannedAbsence]) -> None:
    facts = telling.history.facts
    gone = {london_day(fact.since) for fact in facts if isinstance(fact, ChildMissing | ChildAway)}
    back = {london_day(fact.at) for fact in facts if isinstance(fact, ChildReturned)}
    for absence in absences:
        went = RecordMissing if absence.kind == "M" else RecordAwayWithoutAuthorisation
        taken = absence.since in gone or telling.tell(went(since=absence.since), absence.row)
        if taken and absence.until is not None and absence.until not in back:
            telling.tell(RecordReturned(at=absence.until), absence.row)
