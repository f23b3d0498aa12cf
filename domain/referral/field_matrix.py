"""Which field of a child's record is shown at which stage: docs/domain/05, 5.4, as data.

Packs are generated from this and from nothing else: what is not in a stage's column cannot
get into its pack. The columns for audit, inspection and statistics are not packs.
"""

from collections.abc import Mapping
from enum import StrEnum


class PackStage(StrEnum):
    """How far a provider has come, and so what it may read."""

    PUBLISHED = "published"
    MATCHING = "matching"
    EMERGENCY = "emergency"
    FULL = "full"


class Shown(StrEnum):
    WHOLE = "whole"
    REDUCED = "reduced"
    NOT = "not"


class PackField(StrEnum):
    """The rows of 5.4, by one word each."""

    NAME = "name"
    REFERENCE = "reference"
    BIRTH = "birth"
    SEX = "sex"
    IDENTITY = "identity"
    HOME_ADDRESS = "home_address"
    AREAS = "areas"
    SCHOOL = "school"
    NUMBERS = "numbers"
    FAMILY = "family"
    SIBLINGS = "siblings"
    NEEDS = "needs"
    DIAGNOSES = "diagnoses"
    RISKS = "risks"
    OFFENDING = "offending"
    THIRD_PARTIES = "third_parties"
    PATHWAY_PLAN = "pathway_plan"
    COURT_DOCUMENTS = "court_documents"
    LEGAL_STATUS = "legal_status"
    UNACCOMPANIED = "unaccompanied"
    HEALTH = "health"
    BUDGET = "budget"
    OTHER_OFFERS = "other_offers"
    SCORES = "scores"
    FUNDERS = "funders"
    CO_RESIDENTS = "co_residents"
    CONFIDENTIAL_ADDRESS = "confidential_address"
    STAFF = "staff"
    ALLEGATION_SUBJECT = "allegation_subject"


_STAGES = tuple(PackStage)
_SIGNS = {"●": Shown.WHOLE, "◐": Shown.REDUCED, "–": Shown.NOT}

_F = PackField
_ROWS: Mapping[PackField, str] = {
    _F.NAME: "– – ◐ ●",
    _F.REFERENCE: "● ● ● ●",
    _F.BIRTH: "– ◐ ◐ ●",
    _F.SEX: "● ● ● ●",
    _F.IDENTITY: "◐ ● ◐ ●",
    _F.HOME_ADDRESS: "– – – ◐",
    _F.AREAS: "◐ ● ● ●",
    _F.SCHOOL: "– ◐ – ●",
    _F.NUMBERS: "– – ◐ ●",
    _F.FAMILY: "– – – ◐",
    _F.SIBLINGS: "● ● ● ●",
    _F.NEEDS: "● ● ● ●",
    _F.DIAGNOSES: "◐ ● ● ●",
    _F.RISKS: "◐ ● ● ●",
    _F.OFFENDING: "◐ ● ● ●",
    _F.THIRD_PARTIES: "– – – ◐",
    _F.PATHWAY_PLAN: "◐ ◐ ◐ ●",
    _F.COURT_DOCUMENTS: "– – – –",
    _F.LEGAL_STATUS: "● ● ● ●",
    _F.UNACCOMPANIED: "◐ ● ● ●",
    _F.HEALTH: "– ◐ ● ●",
    _F.BUDGET: "● ● ◐ ●",
    _F.OTHER_OFFERS: "– – – –",
    _F.SCORES: "– – – –",
    _F.FUNDERS: "– – – ◐",
    _F.CO_RESIDENTS: "– ◐ – ◐",
    _F.CONFIDENTIAL_ADDRESS: "– ◐ ● ●",
    _F.STAFF: "◐ ● ● ●",
    _F.ALLEGATION_SUBJECT: "– – – –",
}
"""Scores are shown to their own provider in its own portal, and stand in no pack."""

MATRIX: Mapping[PackField, Mapping[PackStage, Shown]] = {
    field: dict(zip(_STAGES, (_SIGNS[sign] for sign in row.split()), strict=True))
    for field, row in _ROWS.items()
}


def allowed_at(stage: PackStage) -> frozenset[PackField]:
    """The allow-list of a stage: every other field stays out, whoever sends it."""
    return frozenset(field for field in PackField if MATRIX[field][stage] is not Shown.NOT)
