"""Homes that several councils buy together for a few children (seed 000; R-15, R-87).

What they are meant for is shown and never refuses. Two things are asked before a child is
admitted: that the child is in care, and that every council that buys there agrees.
"""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from pydantic import Field

from domain.shared.breaches import Gate
from domain.shared.envelope import GssCode
from domain.shared.errors import RuleBroken
from domain.shared.messages import Value

Indication = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""What a child who is meant may present with, as a code: `self_harm_hospital_stay`."""

THREE_BREAKDOWNS = "three_breakdowns_in_twelve_months"
"""The one indication that is worked out, from how placements ended (6-44)."""


class AdmissionTerms(Value):
    """What a block asks of a child who is to live in one of its homes, as data.

    `in_care_only`: it must be in care on the day of admission (seed row 0-027). `joint`:
    each purchaser says whether it agrees. `indications` are whom the homes are meant for.
    """

    in_care_only: bool = False
    joint: bool = False
    indications: tuple[Indication, ...] = ()


class Admission(Value):
    """What is known of a child and the homes' terms on the day it would be admitted.

    `not_agreed` are the councils that have not said yes: silent still, or objecting.
    """

    in_care_only: bool = False
    in_care: bool = True
    not_agreed: tuple[GssCode, ...] = ()


class LegalStatusNotEligible(RuleBroken):
    code = "LEGAL_STATUS_NOT_ELIGIBLE"
    title = "These homes are for children in care, and on that day this child is not"
    cites = "seed row 0-027; docs/domain/10, R-15"


class AdmissionNotAgreed(RuleBroken):
    code = "ADMISSION_NOT_AGREED"
    title = "A council that buys these homes has not agreed to this admission"
    cites = "docs/domain/02, 2.10; docs/domain/10, R-87"


def require_in_care(admission: Admission) -> None:
    if admission.in_care_only and not admission.in_care:
        raise LegalStatusNotEligible


def require_agreed_by_all(admission: Admission) -> None:
    """Refuse an admission that a purchaser objects to, or has not answered for."""
    if admission.not_agreed:
        waiting = ", ".join(admission.not_agreed)
        raise AdmissionNotAgreed(f"Not agreed by: {waiting}.", not_agreed=admission.not_agreed)


def specialist_gates(admission: Admission | None) -> Sequence[Gate]:
    """None for a home that no block has set such terms for."""
    if admission is None:
        return []
    return [partial(require_in_care, admission), partial(require_agreed_by_all, admission)]
