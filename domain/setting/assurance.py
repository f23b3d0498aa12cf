"""What was looked at in a home: checks of the premises and the people, and inspections."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from domain.setting.dated import Dated
from domain.shared.inspection import Grade


class CheckKind(StrEnum):
    """What a check is of. The council keeps that it was made, and no certificate (4-145)."""

    PROPERTY = "property"
    """Housing standards: suitable, safe, fit (4-107, 4-146)."""
    HMO = "hmo_1997_2010"
    """The standard for houses in multiple occupation of 1997, as amended in 2010 (4-153)."""
    VETTING = "vetting"
    """Everyone who lives or works there, volunteers too (4-145)."""
    ACCREDITATION = "accreditation"
    """A scheme such as decent and safe homes (2-057): to have it is good, to lack it no bar."""


NEEDED_TO_OPEN = (CheckKind.PROPERTY, CheckKind.VETTING)
NO_BAR = frozenset({CheckKind.ACCREDITATION})


class Check(Dated):
    """One check: it stands until the next of its kind. `expires_on` is its own last word."""

    kind: CheckKind
    passed: bool
    expires_on: date | None

    def holds(self, day: date) -> bool:
        """Whether it was passed and has not expired by a day."""
        return self.passed and (self.expires_on is None or day < self.expires_on)


class Inspection(Dated):
    """A regulator's word on a home; it stands until the next one."""

    grade: Grade


def failed_on(checks: Sequence[Check], day: date) -> bool:
    """Whether a check that may shut a home stands failed on a day."""
    return any(each.covers(day) and not each.passed and each.kind not in NO_BAR for each in checks)


def held_on(checks: Sequence[Check], day: date) -> Mapping[CheckKind, bool]:
    """For each kind needed to open, whether such a check holds on a day."""
    holding = {each.kind for each in checks if each.covers(day) and each.holds(day)}
    return {kind: kind in holding for kind in NEEDED_TO_OPEN}
