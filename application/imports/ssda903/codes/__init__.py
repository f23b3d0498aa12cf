"""The national code lists of the SSDA903, and what each code means in our words."""

from application.imports.ssda903.codes.care import (
    CATEGORIES_OF_NEED,
    LEAVES_CARE,
    LEGAL_STATUS,
    LEGAL_STATUSES,
    REASONS_CEASED,
    REASONS_NEW_EPISODE,
)
from application.imports.ssda903.codes.code_list import CodeList, NationalCode
from application.imports.ssda903.codes.people import (
    ETHNICITIES,
    MISSING_KINDS,
    PARTICIPATION,
    SEX_AS_NOW_WRITTEN,
    SEXES,
)
from application.imports.ssda903.codes.places import (
    PLACEMENT_TYPES,
    PLACES,
    PROVIDERS,
    REASONS_PLACE_CHANGED,
    PlaceType,
    provision_of,
)

__all__ = [
    "CATEGORIES_OF_NEED",
    "ETHNICITIES",
    "LEAVES_CARE",
    "LEGAL_STATUS",
    "LEGAL_STATUSES",
    "MISSING_KINDS",
    "PARTICIPATION",
    "PLACEMENT_TYPES",
    "PLACES",
    "PROVIDERS",
    "REASONS_CEASED",
    "REASONS_NEW_EPISODE",
    "REASONS_PLACE_CHANGED",
    "SEXES",
    "SEX_AS_NOW_WRITTEN",
    "CodeList",
    "NationalCode",
    "PlaceType",
    "provision_of",
]
