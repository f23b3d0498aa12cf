"""Whom a foster household is approved for, and whether this child is one of them (R-14).

Instrument: the Fostering Services (England) Regulations 2011 (SI 2011/581).
"""

from collections.abc import Sequence
from functools import partial

from domain.shared.breaches import Gate
from domain.shared.errors import RuleBroken
from domain.shared.messages import Value


class ApprovalTerms(Value):
    """What an approval says besides number and ages; none means no limit of the kind."""

    sex: str | None = None
    siblings_only: bool = False
    long_term_match_only: bool = False


class Newcomer(Value):
    """What these terms ask of a child who is to come.

    `among_siblings` is whether nobody else's child lives there; `long_term` whether the home
    is wanted for good.
    """

    sex: str | None
    among_siblings: bool
    long_term: bool


class OutsideApproval(RuleBroken):
    code = "OUTSIDE_APPROVAL"
    title = "The household is not approved for this child"
    cites = "SI 2011/581, reg. 27; docs/domain/10, R-14"


def require_sex_approved(terms: ApprovalTerms, newcomer: Newcomer) -> None:
    """Refuse where the approval names a sex and the child's is another, or is not known."""
    if terms.sex is not None and terms.sex != newcomer.sex:
        raise OutsideApproval("The approval is for children of one sex.")


def require_among_siblings(terms: ApprovalTerms, newcomer: Newcomer) -> None:
    """Refuse to add a child to a household approved for brothers and sisters of each other."""
    if terms.siblings_only and not newcomer.among_siblings:
        raise OutsideApproval("The approval is for brothers and sisters of each other.")


def require_long_term_match(terms: ApprovalTerms, newcomer: Newcomer) -> None:
    if terms.long_term_match_only and not newcomer.long_term:
        raise OutsideApproval("The approval is for a child who is matched for the long term.")


def household_gates(terms: ApprovalTerms | None, newcomer: Newcomer | None) -> Sequence[Gate]:
    """None where the household's approval says nothing more, or nobody is named yet."""
    if terms is None or newcomer is None:
        return []
    return [
        partial(require_sex_approved, terms, newcomer),
        partial(require_among_siblings, terms, newcomer),
        partial(require_long_term_match, terms, newcomer),
    ]
