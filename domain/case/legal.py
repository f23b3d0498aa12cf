"""A child's legal standing, as dated facts: becoming looked after, changes, ceasing."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from domain.shared.line import by_effect, holding_at, last_of
from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.vocabulary import NOT_IN_CARE, LegalStatus

NationalCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]$")]
"""The return's own code, kept where several fall under one legal status: J1, J2 and J3."""


class LegalStep(StrEnum):
    """What a legal fact did to the period of care."""

    BEGAN = "began"
    CHANGED = "changed"
    CEASED = "ceased"


class LegalFact(Value):
    """From `since` on, this was the child's legal status."""

    step: LegalStep
    since: When
    legal_status: LegalStatus
    national_code: NationalCode | None = None


def is_in_care(legal_status: LegalStatus) -> bool:
    return legal_status not in NOT_IN_CARE


def is_looked_after(facts: Sequence[LegalFact], when: When) -> bool:
    """Whether a period of care covers a moment."""
    turns = (fact for fact in facts if fact.step is not LegalStep.CHANGED)
    held = holding_at(turns, when)
    return held is not None and held.step is LegalStep.BEGAN


def is_looked_after_now(facts: Sequence[LegalFact]) -> bool:
    """Whether the last that we were told of leaves the child looked after."""
    held = last_of(fact for fact in facts if fact.step is not LegalStep.CHANGED)
    return held is not None and held.step is LegalStep.BEGAN


def status_at(facts: Sequence[LegalFact], when: When) -> LegalStatus | None:
    """The legal status at a moment; none where nothing was recorded yet."""
    held = holding_at(facts, when)
    return held.legal_status if held else None


def corrected(facts: Sequence[LegalFact], was: LegalFact, now: LegalFact) -> tuple[LegalFact, ...]:
    """The facts with one put right, in the place where it was told."""
    place = facts.index(was)
    return (*facts[:place], now, *facts[place + 1 :])


def disorders(facts: Sequence[LegalFact]) -> int:
    """How many periods of care begin within another, or end without having begun."""
    found, looked_after = 0, False
    for fact in by_effect(facts):
        if fact.step is not LegalStep.CHANGED:
            begins_now = fact.step is LegalStep.BEGAN
            found += begins_now is looked_after
            looked_after = begins_now
    return found
