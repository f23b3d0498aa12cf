"""Settling the money of a placement that has ended. The end is never moved to match it (6-17)."""

from collections.abc import Sequence
from datetime import timedelta

from domain.placement.commands.settling import AgreeFinalAccount, SetPayUntil, SettlingCommand
from domain.placement.errors import AccountIncomplete
from domain.placement.events import FinalAccountAgreed, PayUntilSet, PlacementEvent
from domain.placement.rules.start import require_not_before
from domain.placement.settling import PayUntilBasis
from domain.placement.state import Ended
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day
from domain.shared.two_people import is_same_person, require_second_person
from domain.shared.vocabulary import Subject


def decide(placement: Ended, command: SettlingCommand) -> Sequence[PlacementEvent]:
    if placement.particulars.agreement is None:
        raise WrongState("There was no agreement, so there is nothing to settle.")
    if isinstance(command, SetPayUntil):
        return pay_until(placement, command)
    return account(placement, command)


def pay_until(placement: Ended, command: SetPayUntil) -> Sequence[PlacementEvent]:
    """Up to the night before it left nothing is waived: that it lived there was paid for."""
    last_night = london_day(placement.ended_at) - timedelta(days=1)
    if command.until < last_night:
        raise EffectiveBeforeStream(f"The child slept there on {last_night}.")
    require_second_person(command.by, command.approved_by, "until when it is paid")
    _require(
        reason=command.reason,
        provider_agreed=command.provider_agreed or command.basis is PayUntilBasis.BED_LET_AGAIN,
    )
    return [PayUntilSet(**command.model_dump())]


def account(placement: Ended, command: AgreeFinalAccount) -> Sequence[PlacementEvent]:
    require_not_before(placement.ended_at, command.on)
    differs = command.agreed != command.reckoned
    _require(provider_agreed=command.provider_agreed, reason=command.reason or not differs)
    if is_same_person(Subject(command.provider_agreed), command.by):
        raise ConflictOfInterest("Each side agrees by a person of its own.")
    return [FinalAccountAgreed(**command.model_dump())]


def _require(**said: str | bool | None) -> None:
    missing = sorted(
        name for name, it in said.items() if not (it.strip() if isinstance(it, str) else it)
    )
    if missing:
        raise AccountIncomplete(missing)
