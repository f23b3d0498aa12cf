"""What a start must satisfy (docs/domain/02, 2.4; seed 004, 3.3.1)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from domain.placement.agreement import InForce
from domain.placement.commands import AgreeStart, RecordStart
from domain.placement.entry import Entry
from domain.placement.errors import (
    FundingNotAuthorised,
    ImpactNotAssessed,
    OverCapacity,
    OverlappingPlacement,
    StartNotAgreed,
    StartNotPrepared,
)
from domain.placement.rules.approvals import is_schooling_weighed
from domain.placement.state import AwaitingStart, Particulars, Placement
from domain.shared.breaches import Gate
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream
from domain.shared.moments import before
from domain.shared.officers import require_listed
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import PlacementId

GIVES_MONEY: Final = frozenset({"funding_authoriser", "nominated_officer", "dcs"})
"""Who may say by telephone that it is paid (R-104)."""


def require_word_of_another(command: AgreeStart) -> None:
    """Refuse a verbal authority outside an emergency (6-71), or one's own (docs/domain/05, 5.2)."""
    if command.verbal_authority is None:
        return
    if not command.emergency:
        raise FundingNotAuthorised("Only an emergency goes ahead on verbal authority.")
    if is_same_person(command.verbal_authority.officer, command.by):
        raise ConflictOfInterest("Verbal authority is another officer's to give.")
    require_listed(command.officer_roles, GIVES_MONEY, "verbal_authority.officer")


def require_funded_or_word(command: RecordStart, funded: Gate) -> None:
    """A start has its money authorised or, in an emergency, another officer's word (6-71, R-81)."""
    if not _on_a_word(command):
        funded()


def _on_a_word(command: RecordStart) -> bool:
    word, roles = command.verbal_authority, command.officer_roles
    of_nobody = roles is not None and not roles & GIVES_MONEY
    another = word is not None and not is_same_person(word.officer, command.by)
    return another and command.emergency and not of_nobody


def require_prepared(particulars: Particulars, command: AgreeStart) -> None:
    """Refuse a start that is not prepared, and name everything that is missing at once."""
    # An emergency skips the meeting, the visit, the plan and, by R-18, the agreement. The
    # council's own homes have no provider to meet and nothing to sign.
    emergency = command.emergency
    bought = particulars.arrangement.bought
    needed = {
        "provider_meeting": emergency or not bought or particulars.met_provider,
        "introductory_visit": emergency or particulars.visited or bool(command.exception_reason),
        "agreement_in_force": emergency or not bought or _in_force(particulars),
        "impact_assessment": command.impact_acceptable,
        "key_stage_4": is_schooling_weighed(command, particulars.approvals),
        "iro_informed": command.iro_informed,
        "placement_plan": emergency or command.placement_plan_prepared or _planned(particulars),
    }
    missing = [name for name, done in needed.items() if not done]
    if missing:
        raise StartNotPrepared(missing)


def require_still_prepared(particulars: Particulars, entry: Entry) -> None:
    """Refuse another day on which the home, or what it means for school, was not weighed."""
    weighed = {
        "impact_assessment": entry.impact_acceptable,
        "key_stage_4": is_schooling_weighed(entry, particulars.approvals),
    }
    missing = [name for name, done in weighed.items() if not done]
    if missing:
        raise StartNotPrepared(missing)


def _planned(particulars: Particulars) -> bool:
    return particulars.plan is not None


def _in_force(particulars: Particulars) -> bool:
    return isinstance(particulars.agreement, InForce)


def require_start_agreed(placement: Placement, command: RecordStart) -> None:
    """Agreed, or in an emergency chosen on a broker's word and paid for on an officer's (R-81).

    At night nobody is awake who would agree the start as well.
    """
    spoken = command.chosen_by_word and _on_a_word(command)
    if not isinstance(placement, AwaitingStart) and not spoken:
        raise StartNotAgreed("The child moved in before a start was agreed.")


def require_weighed(*, impact_acceptable: bool) -> None:
    """A shared home weighs a newcomer against who lives there before it comes (C-IRA)."""
    if not impact_acceptable:
        raise ImpactNotAssessed


def require_within_capacity(nights: Sequence[date]) -> None:
    if nights:
        raise OverCapacity(f"Too many children on {len(nights)} nights from {min(nights)}.")


def require_no_other_placement(others: Sequence[PlacementId]) -> None:
    if others:
        raise OverlappingPlacement(f"{len(others)} other placements of this child are open.")


def require_not_before(start: date | datetime, happened: date | datetime) -> None:
    """Refuse what would have happened before the child moved in."""
    if before(happened, start):
        raise EffectiveBeforeStream("This is dated before the child moved in.")
