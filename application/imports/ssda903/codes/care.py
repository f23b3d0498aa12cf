"""Codes about being looked after: on what legal basis, for what need, and how it ended."""

from application.imports.ssda903.codes.code_list import code_list
from domain.shared.vocabulary import LegalStatus

LEGAL_STATUSES = code_list(
    {
        "C1": "interim care order",
        "C2": "full care order",
        "D1": "freeing order",
        "E1": "placement order",
        "V2": "single period of accommodation under section 20",
        "V3": "agreed series of short breaks, each break recorded",
        "V4": "agreed series of short breaks, only the agreement recorded",
        "L1": "police protection",
        "L2": "emergency protection order",
        "L3": "child assessment order",
        "J1": "remanded to council accommodation or youth detention",
        "J2": "held under the Police and Criminal Evidence Act",
        "J3": "youth rehabilitation order with a residence or fostering requirement",
    }
)

LEGAL_STATUS = {
    "C1": LegalStatus.INTERIM_CARE_ORDER,
    "C2": LegalStatus.CARE_ORDER,
    "D1": LegalStatus.FREEING_ORDER,
    "E1": LegalStatus.PLACEMENT_ORDER,
    "V2": LegalStatus.ACCOMMODATED,
    "V3": LegalStatus.SHORT_BREAKS,
    "V4": LegalStatus.SHORT_BREAKS,
    "L1": LegalStatus.POLICE_PROTECTION,
    "L2": LegalStatus.EMERGENCY_PROTECTION,
    "L3": LegalStatus.CHILD_ASSESSMENT_ORDER,
    "J1": LegalStatus.REMAND,
    "J2": LegalStatus.REMAND,
    "J3": LegalStatus.REMAND,
}
"""The nearest of our own statuses. The national code is kept beside it, so none is lost:
our `REMAND` stands for all three ways into care through the criminal courts or police."""

CATEGORIES_OF_NEED = code_list(
    {
        "N1": "abuse or neglect",
        "N2": "child's disability",
        "N3": "parent's illness or disability",
        "N4": "family in acute stress",
        "N5": "family dysfunction",
        "N6": "socially unacceptable behaviour",
        "N7": "low income",
        "N8": "absent parenting",
    }
)

REASONS_NEW_EPISODE = code_list(
    {
        "S": "started to be looked after",
        "L": "legal status changed, nothing else",
        "P": "placement and carer changed",
        "T": "placement changed, same carer",
        "B": "legal status, placement and carer changed",
        "U": "legal status and placement changed, same carer",
    }
)

CONTINUES = "X1"

REASONS_CEASED = code_list(
    {
        CONTINUES: "another episode starts the same day",
        "E11": "adopted, unopposed",
        "E12": "adopted, consent dispensed with",
        "E2": "died",
        "E3": "another council took over care",
        "E4A": "home to parents, planned",
        "E4B": "home to parents, not planned",
        "E13": "left to live with someone without parental responsibility",
        "E41": "child arrangements order",
        "E45": "special guardianship to a former foster carer, relative or friend",
        "E46": "special guardianship to another former foster carer",
        "E47": "special guardianship to someone else, relative or friend",
        "E48": "special guardianship to someone else",
        "E5": "independent living with formal support",
        "E6": "independent living without formal support",
        "E7": "adult social care residential",
        "E8": "any other reason",
        "E9": "sentenced to custody",
        "E14": "remand ended",
        "E15": "found to be 18 or over by age assessment",
        "E16": "moved abroad",
        "E17": "turned 18 and stayed with carers",
    }
)

LEAVES_CARE = frozenset(REASONS_CEASED) - {CONTINUES}
