"""Whose approval a home needs for where it lies, for this child on this day.

Source: SI 2010/959, reg. 11; docs/domain/10, R-83 and R-127.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from application.placement.places import Places
from application.shared.registers import Registers
from domain.case.chronology import CaseChronology
from domain.setting.questions import is_own_carer_on
from domain.shared.envelope import GssCode
from domain.shared.geography import ApprovalNeeded, approval_needed
from domain.shared.personal import legible
from domain.shared.vocabulary import LegalStatus, birthday

ADULT = 18

NOT_TO_BE_LOOKED_AFTER: Final = frozenset({LegalStatus.NOT_LOOKED_AFTER, LegalStatus.CARE_LEAVER})
"""Who is helped otherwise. A child in need may become looked after by this very placement."""


@dataclass(frozen=True)
class Whereabouts:
    registers: Registers

    def approval_needed(self, case_id: UUID, setting_id: UUID, day: date) -> ApprovalNeeded:
        """By the boundaries of the child's own council that day, and by who lives there (6-58)."""
        listed = Places(self.registers.office).listed(setting_id)
        if listed is None:
            return self.needed_at(case_id, None, day)
        own = is_own_carer_on(listed, day)
        return self.needed_at(case_id, listed.district, day, own_carer=own)

    def needed_at(
        self, case_id: UUID, district: GssCode | None, day: date, *, own_carer: bool = False
    ) -> ApprovalNeeded:
        """The same of a home in this district that no register knows (R-164)."""
        child = self.registers.child(case_id)
        if is_no_looked_after_child(child, day):
            return ApprovalNeeded.NOBODY
        if child.authority is None:
            return ApprovalNeeded.NOT_KNOWN
        where = self.registers.locality(child.authority, district, day)
        return approval_needed(where, own_carer=own_carer)


def is_no_looked_after_child(child: CaseChronology, day: date) -> bool:
    """Whether the law of placements does not ask of this person that day (R-127)."""
    born_on = legible(child.identity.accepted_birth.born_on) if child.identity else None
    is_adult = born_on is not None and birthday(born_on, ADULT) <= day
    return is_adult or child.legal_status_on(day) in NOT_TO_BE_LOOKED_AFTER
