"""The editions that ship: they load, say what their sources say, and can be put on record."""

from datetime import date

import pytest

from domain import authority, contract
from domain.authority.commands import EstablishAuthority
from domain.authority.state import Authority, funding_limit, locality_on
from domain.shared.code_lists import ListName, each_of
from domain.shared.envelope import GssCode
from domain.shared.terms import AgeRange, ContractTerms, LotTerms, NoticeParty, Tier
from domain.shared.vocabulary import Locality, Provision, Subject
from infrastructure.reference import authority_commands, code_lists, contract_commands

APPROVER = Subject("head-of-service-1")
DAY = date(2026, 6, 1)


def dps() -> ContractTerms:
    (terms,) = [
        command.terms
        for command in contract_commands(APPROVER)
        if "Dynamic purchasing" in command.terms.title
    ]
    return terms


def lot(code: str) -> LotTerms:
    found = dps().lot(code)
    assert found is not None
    return found


def derby() -> Authority:
    state = authority.decider.initial
    (commands,) = authority_commands(APPROVER)
    for command in commands:
        for event in authority.decider.decide(state, command):
            state = authority.decider.evolve(state, event)
    return state


def test_every_contract_can_be_put_on_record() -> None:
    for command in contract_commands(APPROVER):
        (event,) = contract.decider.decide(contract.decider.initial, command)

        assert event.terms == command.terms
        assert event.approved_by == APPROVER


def test_contracts_are_told_apart() -> None:
    ids = [command.terms.contract_id for command in contract_commands(APPROVER)]

    assert len(set(ids)) == len(ids) == 5


@pytest.mark.covers("4-074", "4-075", "4-076", "4-077", "4-078", "4-079", "4-080", "4-081")
def test_the_dps_has_six_lots() -> None:
    assert [each.code for each in dps().lots] == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]


@pytest.mark.covers("R-02", "4-060")
def test_lots_are_open_to_the_ages_that_were_ruled() -> None:
    for code in ("1.1", "1.2", "1.3"):
        assert lot(code).ages == AgeRange(first=16, before=21)
        assert lot(code).ages_in_education == AgeRange(first=16, before=25)
    for code in ("2.1", "2.2", "2.3"):
        assert lot(code).ages == AgeRange(first=16, before=18)
        assert lot(code).ages_in_education is None
        assert lot(code).ends_before_age == 18
        assert lot(code).provision is Provision.SUPPORTED_ACCOMMODATION


@pytest.mark.covers("4-079", "4-081", "4-083", "R-12")
def test_hours_and_nights_are_those_of_the_seed() -> None:
    assert [each.half_hours for each in dps().lots] == [50, 50, 50, 50, 50, 0]
    assert [each.max_nights for each in dps().lots] == [None, None, None, 7, None, None]


@pytest.mark.covers("4-065", "4-066", "4-067", "4-068", "4-069", "4-070", "4-071", "4-072", "4-086")
def test_every_type_of_provision_of_the_seed_is_bought_in_some_lot() -> None:
    assert {each for lot in dps().lots for each in lot.provision_types} == {
        "emergency",
        "transition",
        "training_flat",
        "semi_independent_shared",
        "solo",
        "move_on_floating",
        "exit",
        "outreach",
    }
    assert [each.code for each in dps().lots if each.same_day] == ["1.1", "2.1"]
    assert all(each.provision_types for each in dps().lots)


@pytest.mark.covers("2-054", "2-055", "2-056")
def test_the_young_peoples_framework_is_let_by_derby_for_four_councils() -> None:
    (framework,) = [
        command.terms.framework
        for command in contract_commands(APPROVER)
        if command.terms.framework.reference == "TD1742"
    ]

    assert framework.lead_authority == "E06000015"
    assert set(framework.members) == {"E06000015", "E10000007", "E06000018", "E10000024"}
    assert framework.ends_on == date(2027, 8, 31)


@pytest.mark.covers("C-RESP-24", "C-RESP-1")
def test_answers_are_due_in_a_day_or_an_hour() -> None:
    assert dps().response_minutes == {Tier.STANDARD: 24 * 60, Tier.URGENT: 60}


@pytest.mark.covers("4-233", "4-234", "C-15")
def test_the_council_gives_30_or_14_days_and_the_provider_has_no_rule() -> None:
    general = dps().notice_rule(NoticeParty.COUNCIL, "any_general_reason")
    specific = dps().notice_rule(NoticeParty.COUNCIL, "more_specific_reason")

    assert general is not None
    assert specific is not None
    assert (general.days, specific.days) == (30, 14)
    assert dps().notice_rule(NoticeParty.PROVIDER, "any_general_reason") is None
    assert dps().notice_rule(NoticeParty.COUNCIL, "a_reason_nobody_mapped") is None


@pytest.mark.parametrize(
    "provision",
    [Provision.FOSTERING, Provision.CHILDRENS_HOME, Provision.RESIDENTIAL_SCHOOL],
)
@pytest.mark.parametrize("day", [date(2020, 4, 1), DAY])
def test_family_and_residential_placements_have_terms(provision: Provision, day: date) -> None:
    assert any(
        each.provision is provision
        for command in contract_commands(APPROVER)
        if command.terms.in_force_from <= day
        for each in command.terms.lots
    )


@pytest.mark.covers("6-54", "6-55")
def test_derbyshire_alone_adjoins_derby() -> None:
    ((establish, *_),) = authority_commands(APPROVER)
    assert isinstance(establish, EstablishAuthority)
    assert establish.boundaries.adjoining == ("E10000007",)
    where = {
        code: locality_on(derby(), GssCode(code), DAY)
        for code in ("E06000015", "E07000032", "E07000034", "E07000039", "E06000018", "E07000170")
    }

    assert where == {
        "E06000015": Locality.IN_AREA,
        "E07000032": Locality.ADJOINING,
        "E07000034": Locality.ADJOINING,
        "E07000039": Locality.ADJOINING,
        "E06000018": Locality.AT_A_DISTANCE,
        "E07000170": Locality.AT_A_DISTANCE,
    }


def test_fostering_is_the_head_of_services_and_residential_the_directors() -> None:
    head, director = "funding_authoriser", "dcs"

    assert funding_limit(derby(), head, DAY, Provision.FOSTERING) is None
    assert funding_limit(derby(), head, DAY, Provision.CHILDRENS_HOME) == 0
    assert funding_limit(derby(), director, DAY, Provision.CHILDRENS_HOME) is None


@pytest.mark.covers("R-31", "R-63")
def test_every_list_of_codes_ships_and_holds_what_the_contracts_name() -> None:
    held = code_lists(APPROVER).code_lists
    lots = [lot for c in contract_commands(APPROVER) for lot in c.terms.lots]
    bought = each_of("/types", [kind for lot in lots for kind in lot.provision_types])
    routes = each_of(
        "/routes", [r for c in contract_commands(APPROVER) for r in c.terms.framework.award_routes]
    )

    assert held.lacking() == []
    assert not held.not_in_force(ListName.PROVISION_TYPES, bought, DAY)
    assert not held.not_in_force(ListName.AWARD_ROUTES, routes, DAY)


@pytest.mark.covers("R-31")
@pytest.mark.parametrize(
    "need",
    [
        "cse",
        "offending",
        "physical_disability",
        "self_harm",
        "autism",
        "autism_diagnosed",
        "adhd",
        "adhd_diagnosed",
        "trauma",
    ],
)
def test_every_need_that_the_ruling_names_may_be_chosen(need: str) -> None:
    assert not code_lists(APPROVER).code_lists.not_in_force(ListName.NEEDS, {"/n": need}, DAY)


@pytest.mark.covers("4-108")
def test_every_referrer_of_the_seed_may_be_named() -> None:
    teams = ["leaving_care", "children_in_care", "housing_options", "reception",
             "youth_offending", "other_lead_professional"]  # fmt: skip

    held = code_lists(APPROVER).code_lists
    assert not held.not_in_force(ListName.REFERRERS, each_of("/r", teams), DAY)
