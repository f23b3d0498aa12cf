"""Every national code has a meaning in our words, and holds in the years it was in use."""

from datetime import date

import pytest

from application.imports.ssda903.codes import (
    LEGAL_STATUS,
    LEGAL_STATUSES,
    PLACEMENT_TYPES,
    PLACES,
    SEX_AS_NOW_WRITTEN,
    SEXES,
    provision_of,
)
from application.imports.ssda903.findings import CATALOGUE
from domain.shared.vocabulary import LegalStatus, Provision


def test_every_code_of_a_list_has_one_of_our_words() -> None:
    assert set(LEGAL_STATUSES) == set(LEGAL_STATUS)
    assert set(SEXES) == set(SEX_AS_NOW_WRITTEN)
    assert set(PLACEMENT_TYPES) == set(PLACES)


@pytest.mark.parametrize(
    ("year", "came", "went"),
    [(2023, {"P2", "H5"}, {"K3"}), (2025, {"K3", "Z1"}, {"P2"}), (2026, {"Z14"}, {"H5", "Z1"})],
)
def test_placement_types_come_and_go(year: int, came: set[str], went: set[str]) -> None:
    in_use = PLACEMENT_TYPES.in_use(year)

    assert came <= in_use
    assert not went & in_use


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("C1", LegalStatus.INTERIM_CARE_ORDER),
        ("C2", LegalStatus.CARE_ORDER),
        ("V2", LegalStatus.ACCOMMODATED),
        ("E1", LegalStatus.PLACEMENT_ORDER),
        ("J1", LegalStatus.REMAND),
    ],
)
def test_a_legal_status_in_our_words(code: str, status: LegalStatus) -> None:
    assert LEGAL_STATUS[code] is status


@pytest.mark.parametrize(
    ("code", "provision"),
    [
        ("K1", Provision.SECURE_HOME),
        ("K3", Provision.SUPPORTED_ACCOMMODATION),
        ("P1", Provision.WITH_PARENTS),
        ("P2", Provision.OTHER_ARRANGEMENTS),
        ("R5", Provision.CUSTODY),
        ("T4", Provision.TEMPORARY),
        ("Z12", Provision.OTHER_ARRANGEMENTS),
    ],
)
def test_a_placement_type_in_our_words(code: str, provision: Provision) -> None:
    assert provision_of(code, date(2025, 6, 1)) is provision


def test_every_finding_has_a_code_of_its_own() -> None:
    assert all(code == finding.code for code, finding in CATALOGUE.items())
    assert len({finding.title for finding in CATALOGUE.values()}) == len(CATALOGUE)
