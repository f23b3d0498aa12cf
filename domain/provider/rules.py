"""The policy that a provider's entry obeys, one function for each rule.

Source: docs/domain/02, 2.8, and 05, 5.2; seed 004, 3.3.6, for the out-of-hours numbers.
"""

from collections.abc import Iterable
from datetime import date

from domain.provider.errors import AlreadyOnLot, NotOnLot
from domain.provider.state import Membership
from domain.provider.vocabulary import Evidence
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, MissingInformation
from domain.shared.vocabulary import ContractId, Subject


def require_evidence(seen: frozenset[Evidence], *, registration_needed: bool) -> None:
    """Refuse a lot to a provider while anything is missing, and name all that is (4-134)."""
    needed = [each for each in Evidence if registration_needed or each is not Evidence.REGISTRATION]
    missing = [each.value for each in needed if each not in seen]
    if missing:
        raise MissingInformation(missing)


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
