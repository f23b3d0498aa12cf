"""What a request must hold before it goes to the brokers (docs/domain/07, 7.1)."""

from collections.abc import Iterator

from domain.referral.codes import Scope
from domain.referral.commands import SubmitReferral
from domain.referral.errors import MatrixMissing
from domain.referral.facts import Facts
from domain.referral.sections import EMERGENCY_MINIMUM, RequestDetails, SectionName
from domain.shared.errors import MissingInformation
from domain.shared.personal import legible

OF_SIBLINGS = frozenset({"together", "apart_because"})
"""What is asked only where brothers and sisters are referred together."""


def require_complete(facts: Facts, command: SubmitReferral) -> None:
    """Refuse a request with gaps, and name every gap of its route at once."""
    gaps = [
        *_unwritten(facts, command),
        *_uncoded(facts.request),
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


def _unwritten(facts: Facts, command: SubmitReferral) -> Iterator[str]:
    needed = set(EMERGENCY_MINIMUM if facts.emergency else SectionName)
    # "If obtainable" (7.1, section 12): in an emergency a reason stands in for the view.
    if facts.emergency and command.views_not_obtainable is None:
        needed.add(SectionName.VIEWS)
    for name in SectionName:
        if name in needed and not legible(facts.sections.get(name, "")).strip():
            yield f"sections.{name.value}"


def _uncoded(request: RequestDetails) -> Iterator[str]:
    for field in RequestDetails.model_fields:
        if field not in OF_SIBLINGS and getattr(request, field) is None:
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
