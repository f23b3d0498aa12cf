"""What a pack tells of brothers and sisters, each from the record (docs/domain/05, 5.4)."""

from collections.abc import Mapping
from datetime import date

from domain.case.chronology import CaseChronology
from domain.referral.pack import RedactedPack, SiblingInPack
from domain.shared.errors import NotFound
from domain.shared.personal import legible
from domain.shared.vocabulary import LegalStatus, age_on


def with_siblings(
    pack: RedactedPack,
    records: Mapping[int, CaseChronology],
    today: date,
    *,
    together: bool | None,
) -> RedactedPack:
    """The group as it is on record, whatever size was typed, and whether it is to stay together."""
    told = tuple(_sibling(number, child, today) for number, child in records.items())
    changes = {"siblings": told, "sibling_group_size": len(told), "together": together}
    return pack.model_copy(update=changes)


def _sibling(number: int, child: CaseChronology, today: date) -> SiblingInPack:
    if child.identity is None:
        raise NotFound
    return SiblingInPack(
        number=number,
        age_in_years=age_on(legible(child.identity.accepted_birth.born_on), today),
        sex=child.identity.sex.name.lower(),
        legal_status=child.legal_status_on(today) or LegalStatus.NOT_LOOKED_AFTER,
    )
