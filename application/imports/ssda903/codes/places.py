"""Codes about the home: what kind it is, who provides it, and why a child left it.

H5, semi-independent living, spans a change in the law. Until 28 October 2023 such homes
were unregulated "other arrangements"; from that day the Supported Accommodation (England)
Regulations 2023 (SI 2023/416) made them register, and the return renamed them K3. We go by
the day the placement began: what it was then is what was decided, and the answer stays the
same in whichever year's return the placement is met again.
"""

from dataclasses import dataclass
from datetime import date

from application.imports.ssda903.codes.code_list import CodeList, NationalCode, code_list
from domain.shared.vocabulary import Provision

PROVIDERS = code_list(
    {
        "PR0": "parent",
        "PR1": "own council",
        "PR2": "another council",
        "PR3": "other public body",
        "PR4": "private",
        "PR5": "voluntary",
    }
)

REASONS_PLACE_CHANGED = code_list(
    {
        "CARPL": "change to the care plan",
        "CLOSE": "provision closed or carer resigned",
        "ALLEG": "allegation under section 47",
        "STAND": "standards of care",
        "APPRR": "approval or registration removed",
        "CREQB": "carer asked, over behaviour",
        "CREQO": "carer asked, otherwise",
        "CHILD": "child asked",
        "LAREQ": "council asked",
        "PLACE": "only the placement's status changed, same carer",
        "CUSTOD": "into custody",
        "OTHER": "other",
    }
)

SUPPORTED_ACCOMMODATION_REGISTERED = date(2023, 10, 28)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceType:
    """What one placement code asks of the cells beside it.

    `providers` is empty where the column must be blank; `urn` is none where either will do.
    """

    provision: Provision
    providers: frozenset[str]
    urn: bool | None
    from_age: int = 0


NOBODY: frozenset[str] = frozenset()
ANYBODY = frozenset(PROVIDERS)
CARERS = frozenset({"PR1", "PR2", "PR4", "PR5"})
PUBLIC_TOO = CARERS | {"PR3"}
NOT_COUNCILS = frozenset({"PR3", "PR4", "PR5"})


def _place(
    provision: Provision, providers: frozenset[str], *, urn: bool | None, from_age: int = 0
) -> PlaceType:
    return PlaceType(provision=provision, providers=providers, urn=urn, from_age=from_age)


_FOSTERING = _place(Provision.FOSTERING, CARERS, urn=True)
_ADOPTION = _place(Provision.ADOPTION, CARERS, urn=True)
_TEMPORARY = _place(Provision.TEMPORARY, NOBODY, urn=False)
_OTHER = _place(Provision.OTHER_ARRANGEMENTS, NOBODY, urn=False)

PLACES = {
    **dict.fromkeys(["U1", "U2", "U3", "U4", "U5", "U6"], _FOSTERING),
    **dict.fromkeys(["A3", "A4", "A5", "A6"], _ADOPTION),
    **dict.fromkeys(["T0", "T1", "T2", "T3", "T4"], _TEMPORARY),
    **dict.fromkeys(["Z1", "Z11", "Z12", "Z13", "Z14"], _OTHER),
    "K1": _place(Provision.SECURE_HOME, CARERS, urn=True),
    "K2": _place(Provision.CHILDRENS_HOME, CARERS, urn=True),
    "K3": _place(Provision.SUPPORTED_ACCOMMODATION, PUBLIC_TOO, urn=True, from_age=16),
    "H5": _place(Provision.OTHER_ARRANGEMENTS, PUBLIC_TOO, urn=None),
    "R1": _place(Provision.RESIDENTIAL_CARE_HOME, PUBLIC_TOO, urn=False),
    "R2": _place(Provision.HEALTH, NOT_COUNCILS, urn=False),
    "R3": _place(Provision.FAMILY_CENTRE, PUBLIC_TOO, urn=True),
    "R5": _place(Provision.CUSTODY, NOT_COUNCILS, urn=False, from_age=10),
    "S1": _place(Provision.RESIDENTIAL_SCHOOL, PUBLIC_TOO, urn=True, from_age=4),
    "P1": _place(Provision.WITH_PARENTS, frozenset({"PR0"}), urn=False),
    "P2": _place(Provision.OTHER_ARRANGEMENTS, ANYBODY, urn=None),
    "P3": _place(Provision.RESIDENTIAL_EMPLOYMENT, PUBLIC_TOO, urn=False, from_age=14),
}


def provision_of(place: str, began: date) -> Provision:
    """The kind of home that a placement code means for a placement begun on this day."""
    if place == "H5" and began >= SUPPORTED_ACCOMMODATION_REGISTERED:
        return Provision.SUPPORTED_ACCOMMODATION
    return PLACES[place].provision


_DATED = {
    "K3": (2024, None),
    "H5": (None, 2025),
    "P2": (None, 2024),
    "Z1": (None, 2025),
    **dict.fromkeys(["Z11", "Z12", "Z13", "Z14"], (2026, None)),
}


def _placement_type(code: str, place: PlaceType) -> NationalCode:
    since, until = _DATED.get(code, (None, None))
    return NationalCode(code, place.provision.value.replace("_", " "), since, until)


PLACEMENT_TYPES = CodeList(_placement_type(code, place) for code, place in PLACES.items())
