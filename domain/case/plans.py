"""Who agrees to the plan for a child's care (SI 2010/959, reg. 4)."""

from enum import StrEnum


class PlanParty(StrEnum):
    """Whose agreement is sought, as far as it is reasonably practicable."""

    PARENT = "parent"
    PERSON_WITH_RESPONSIBILITY = "person_with_responsibility"
    CARER = "carer"
    YOUNG_PERSON = "young_person"
