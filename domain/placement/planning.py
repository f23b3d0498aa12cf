"""Who signs the plan for living somewhere: it depends on what kind of home it is.

Instrument: the Care Planning, Placement and Case Review (England) Regulations 2010
(SI 2010/959), reg. 9: the plan is agreed with, and signed by, the appropriate person.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.shared.vocabulary import Provision


class AppropriatePerson(StrEnum):
    PARENT = "parent"
    FOSTER_CARER = "foster_carer"
    REGISTERED_PERSON = "registered_person"
    PERSON_RESPONSIBLE = "person_responsible"


APPROPRIATE: Final[Mapping[Provision, AppropriatePerson]] = {
    Provision.WITH_PARENTS: AppropriatePerson.PARENT,
    Provision.FOSTERING: AppropriatePerson.FOSTER_CARER,
    Provision.CHILDRENS_HOME: AppropriatePerson.REGISTERED_PERSON,
    Provision.SECURE_HOME: AppropriatePerson.REGISTERED_PERSON,
}


def appropriate_person(provision: Provision) -> AppropriatePerson:
    """Whose signature a plan needs; anywhere else, whoever is responsible for the home."""
    return APPROPRIATE.get(provision, AppropriatePerson.PERSON_RESPONSIBLE)
