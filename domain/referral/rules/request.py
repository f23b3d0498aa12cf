"""What a request must hold before it goes to the brokers (docs/domain/07, 7.1)."""

from collections.abc import Iterator

from domain.referral.codes import Scope
from domain.referral.commands.request import DraftReferral, SubmitReferral
from domain.referral.errors import MatrixMissing, MatrixOutOfRange
from domain.referral.facts import Facts
from domain.referral.sections import EMERGENCY_MINIMUM, RequestDetails, SectionName
from domain.shared.errors import ConflictOfInterest, EffectiveInFuture, MissingInformation
from domain.shared.personal import legible
from domain.shared.two_people import is_same_person

OF_SIBLINGS = frozenset({"together", "apart_because"})
"""What is asked only where brothers and sisters are referred together."""

LATER_IN_AN_EMERGENCY = frozenset({"indicative_weekly"})

MATRIX_HALF_HOURS = 50
"""25 hours a week, beyond which care is bespoke (4-083, 4-085)."""


def require_complete(facts: Facts, command: SubmitReferral) -> None:
    """Refuse a request with gaps, and name every gap of its route at once."""
    gaps = [
        *_unwritten(facts, command),
        *_uncoded(facts),
        *_unsaid_of_siblings(facts),
        *_unsupported(command),
    ]
    if gaps:
        raise MissingInformation(gaps)


def require_matrix(facts: Facts, *, current: bool) -> None:
    """Refuse to ask for support that no current needs matrix speaks for (2.2)."""
    asks_support = facts.scope is not Scope.ACCOMMODATION
    if asks_support and not facts.emergency and not current:
        raise MatrixMissing("Record the needs matrix on the child's case first.")


def require_bespoke_approved(command: SubmitReferral) -> None:
    """Refuse more than 25 hours a week unless somebody else approved bespoke care (4-085)."""
    if is_same_person(command.bespoke_24_7_approved_by, command.by):
        raise ConflictOfInterest("Somebody else approves care beyond the matrix.")
    if command.bespoke_24_7_approved_by is None and command.matrix_half_hours > MATRIX_HALF_HOURS:
        hours = command.matrix_half_hours / 2
        raise MatrixOutOfRange(f"The matrix gives {hours:g} hours a week: bespoke care.")


def require_approved_by_another(command: SubmitReferral) -> None:
    """Nobody who is no manager approves what they submit (docs/domain/02, 2.2)."""
    by_itself = is_same_person(command.team_manager_approval, command.by)
    if by_itself and not command.by_manager:
        raise ConflictOfInterest("A team manager approves the request.")


def _unwritten(facts: Facts, command: SubmitReferral) -> Iterator[str]:
    needed = set(EMERGENCY_MINIMUM if facts.emergency else SectionName)
    # "If obtainable" (7.1, section 12): in an emergency a reason stands in for the view.
    if facts.emergency and command.views_not_obtainable is None:
        needed.add(SectionName.VIEWS)
    for name in SectionName:
        if name in needed and not legible(facts.sections.get(name, "")).strip():
            yield f"sections.{name.value}"


def _uncoded(facts: Facts) -> Iterator[str]:
    # The budget is section 13, which an emergency does not wait for.
    later = LATER_IN_AN_EMERGENCY if facts.emergency else frozenset[str]()
    for field in RequestDetails.model_fields:
        if field not in OF_SIBLINGS | later and getattr(facts.request, field) is None:
            yield f"request.{field}"


def _unsaid_of_siblings(facts: Facts) -> Iterator[str]:
    """Whether they are to stay together, and if not, why (7.1, section 10)."""
    if not facts.children.are_siblings:
        return
    if facts.request.together is None:
        yield "request.together"
    if facts.request.together is False and not facts.request.apart_because:
        yield "request.apart_because"


def _unsupported(command: SubmitReferral) -> Iterator[str]:
    if command.team_manager_approval is None:
        yield "team_manager_approval"
    # The authority assesses before it refers, if at the least briefly (4-063).
    if not (command.assessment_reference or "").strip():
        yield "assessment_reference"


def require_received_by_now(command: DraftReferral) -> None:
    """Refuse a day still to come as the day a referral was received (4-024)."""
    received, today = command.received_on, command.today
    if received is not None and today is not None and received > today:
        raise EffectiveInFuture
