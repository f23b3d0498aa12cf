"""Versions follow each other in order, with a source and an approver, and stay as they are."""

from datetime import date
from uuid import UUID

import pytest

from domain.contract.chronology import chronology
from domain.contract.errors import (
    OfAnotherContract,
    TermsContradict,
    VersionBackdated,
    VersionOutOfOrder,
)
from domain.contract.state import terms_in_force, terms_of_version
from domain.shared.errors import MissingInformation
from domain.shared.terms import NoticeClass
from domain.shared.vocabulary import ContractId, Subject
from tests.support.contracts import contract, lot, notice_rule, publish, published, terms
from tests.support.recorded import event_id, recorded

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


@pytest.mark.covers("R-31")
def test_the_first_version_is_number_one() -> None:
    contract.when(publish()).then(published())
    contract.when(publish(terms(2))).then_refused(VersionOutOfOrder)


def test_versions_leave_no_gap_and_are_not_published_twice() -> None:
    case = contract.given(published())

    case.when(publish(terms(2))).then(published(terms(2)))
    case.when(publish(terms(3))).then_refused(VersionOutOfOrder)
    case.when(publish(terms(1))).then_refused(VersionOutOfOrder)


def test_a_version_is_not_in_force_before_the_one_it_follows() -> None:
    case = contract.given(published(terms(1, from_=MAY)))

    case.when(publish(terms(2, from_=APRIL))).then_refused(VersionBackdated)
    case.when(publish(terms(2, from_=MAY))).then(published(terms(2, from_=MAY)))


def test_the_terms_are_of_this_contract() -> None:
    other = terms(2, contract_id=ContractId(UUID(int=301)))

    contract.given(published()).when(publish(other)).then_refused(OfAnotherContract)


def test_a_lot_is_named_once() -> None:
    twice = terms(lots=(lot("2.2"), lot("2.2")))

    contract.when(publish(twice)).then_refused(TermsContradict)


@pytest.mark.covers("C-16")
def test_a_reason_for_notice_is_mapped_once() -> None:
    twice = terms(
        notice_rules=(
            notice_rule(NoticeClass.GENERAL, "needs_changed"),
            notice_rule(NoticeClass.SPECIFIC, "needs_changed", days=14),
        )
    )

    contract.when(publish(twice)).then_refused(TermsContradict)
    repeated = terms(notice_rules=(notice_rule(NoticeClass.GENERAL, "moved", "moved"),))
    contract.when(publish(repeated)).then_refused(TermsContradict)


@pytest.mark.covers("R-31")
def test_a_version_needs_a_source_and_an_approver() -> None:
    contract.when(publish(approved_by=None)).then_refused(MissingInformation)
    contract.when(publish(approved_by=Subject(" "))).then_refused(MissingInformation)
    contract.when(publish(source="")).then_refused(MissingInformation)


def test_terms_are_those_of_the_newest_version_begun() -> None:
    first, second = terms(1, from_=APRIL), terms(2, from_=MAY)
    state = contract.decider.replay([published(first), published(second)])

    assert terms_in_force(state, date(2026, 3, 31)) is None
    assert terms_in_force(state, date(2026, 4, 30)) == first
    assert terms_in_force(state, MAY) == second
    assert terms_of_version(state, 1) == first
    assert terms_of_version(state, 3) is None
    assert terms_in_force(contract.decider.initial, MAY) is None


def test_of_two_versions_from_one_day_the_later_is_in_force() -> None:
    second = terms(2, from_=APRIL)
    state = contract.decider.replay([published(terms(1, from_=APRIL)), published(second)])

    assert terms_in_force(state, APRIL) == second


def test_the_chronology_ends_each_version_with_the_next() -> None:
    told = chronology(recorded(published(), published(terms(2, from_=MAY))))

    assert [(each.version, each.since, each.until, each.ended_by) for each in told] == [
        (1, APRIL, MAY, event_id(2)),
        (2, MAY, None, None),
    ]


def test_a_version_survives_its_json() -> None:
    event = published()

    assert type(event).model_validate_json(event.model_dump_json()) == event
