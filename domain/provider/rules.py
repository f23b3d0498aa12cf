"""The policy that a provider's entry obeys, one function for each rule.

Source: docs/domain/02, 2.8, and 05, 5.2; seed 004, 3.3.6, for the out-of-hours numbers.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.provider.commands import AdmitToLot
from domain.provider.errors import AlreadyOnLot, NotOnLot
from domain.provider.life import Life
from domain.provider.state import Membership
from domain.provider.vocabulary import AssuranceKind, Evidence
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    MissingInformation,
    WrongState,
)
from domain.shared.vocabulary import ContractId, Subject


def require_evidence(command: AdmitToLot, life: Life) -> None:
    """Refuse a lot to a provider while anything is missing, and name all that is (4-134).

    An assurance on record speaks for itself: once it has expired, nobody's word replaces it (R-62).
    """
    missing = [each.value for each in _needed(command) if not _is_shown(each, command, life)]
    if missing:
        raise MissingInformation(missing)


def require_staying(life: Life) -> None:
    if life.is_leaving():
        raise WrongState("This provider is leaving.")


def _needed(command: AdmitToLot) -> Sequence[Evidence]:
    buys_homes = command.registration_needed
    return [each for each in Evidence if buys_homes or each is not Evidence.REGISTRATION]


def _is_shown(each: Evidence, command: AdmitToLot, life: Life) -> bool:
    if each is Evidence.OUT_OF_HOURS_NUMBERS:
        return life.has_contacts or each in command.evidence
    on_record = life.shows(AssuranceKind(each.value), command.from_)
    return each in command.evidence if on_record is None else on_record


def require_not_on_lot(memberships: Iterable[Membership], new: Membership) -> None:
    """Refuse a second membership of a lot while the first lasts."""
    for each in memberships:
        same = each.is_for(new.contract_id, new.lot)
        if same and (each.until is None or each.until > new.from_):
            raise AlreadyOnLot(f"It has been on lot {new.lot} since {each.from_}.")


def find_membership(
    memberships: Iterable[Membership], contract_id: ContractId, lot: str
) -> Membership:
    for each in memberships:
        if each.is_for(contract_id, lot) and each.until is None:
            return each
    raise NotOnLot(f"It is not on lot {lot}.")


def require_not_before(day: date, beginning: date) -> None:
    if day < beginning:
        raise EffectiveBeforeStream(f"It is dated {day}, before {beginning}.")


def require_another_person(by: Subject, suspenders: frozenset[Subject]) -> None:
    """Whoever suspended a provider may not lift it (docs/domain/05, 5.2)."""
    if by in suspenders:
        raise ConflictOfInterest("Somebody who did not suspend this provider must lift it.")
