"""Rectifying who the child is: nothing that was known before is lost by it."""

from domain.case.identity import BirthDate, Identity, IdentityChange
from domain.shared.personal import ERASED, Erased


def amended(identity: Identity, change: IdentityChange) -> Identity:
    """The identity after a rectification. What has been erased stays so."""
    return identity.model_copy(
        update={
            **_renamed(identity, change),
            **_moved(identity, change),
            "known_as": _joined(identity.known_as, change.known_as),
            "unaccompanied": change.unaccompanied or identity.unaccompanied,
            "birth_dates": _births_after(identity.birth_dates, change.birth_date),
            "identifiers": tuple(dict.fromkeys((*identity.identifiers, *change.identifiers))),
        }
    )


def _births_after(held: tuple[BirthDate, ...], new: BirthDate | None) -> tuple[BirthDate, ...]:
    """The dates of birth with one more; where it is accepted, the one before is not."""
    if new is None:
        return held
    if new.accepted:
        held = tuple(birth.model_copy(update={"accepted": False}) for birth in held)
    return (*held, new)


def _renamed(identity: Identity, change: IdentityChange) -> dict[str, object]:
    old, new = identity.full_name, change.full_name
    if new is None or new == old:
        return {}
    return {"full_name": new, "former_names": _joined(identity.former_names, _only(old))}


def _moved(identity: Identity, change: IdentityChange) -> dict[str, object]:
    old, new = identity.home_postcode, change.home_postcode
    if new is None or new == old:
        return {}
    former = _joined(identity.former_postcodes, _only(old))
    return {"home_postcode": new, "former_postcodes": former}


def _only(term: str | Erased | None) -> tuple[str, ...] | Erased:
    if term is None or isinstance(term, Erased):
        return term or ()
    return (term,)


def _joined(
    held: tuple[str, ...] | Erased, new: tuple[str, ...] | Erased
) -> tuple[str, ...] | Erased:
    if isinstance(held, Erased) or isinstance(new, Erased):
        return ERASED
    return tuple(dict.fromkeys((*held, *new)))
