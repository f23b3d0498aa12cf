"""Who acts for a council, in which roles, from a day on: what a name said is held against."""

from datetime import date
from typing import Any

import pytest

from domain.authority.commands import ListOfficer
from domain.authority.events import OfficerListed
from domain.authority.state import Authority, officers_on, roles_of
from domain.shared.errors import ConflictOfInterest, MissingInformation, WrongState
from domain.shared.officers import OfficerNotListed, require_listed
from domain.shared.vocabulary import Subject
from tests.support.authorities import authority, established

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
MORGAN, DANA = Subject("morgan-manager"), Subject("dana-director")
DREW = Subject("drew-deputy")


def listing(officer: Subject = MORGAN, *roles: str, **changed: Any) -> ListOfficer:
    plain: dict[str, Any] = {
        "officer": officer,
        "roles": roles or ("team_manager",),
        "from_": APRIL,
        "source": "Duty rota",
        "approved_by": DREW,
        "by": DANA,
    }
    return ListOfficer(**plain | changed)


def listed(officer: Subject = MORGAN, *roles: str, **changed: Any) -> OfficerListed:
    return OfficerListed(**dict(listing(officer, *roles, **changed)))


def after(*events: OfficerListed) -> Authority:
    return authority.decider.replay([established(), *events])


@pytest.mark.covers("R-121")
def test_somebody_else_says_in_which_roles_an_officer_acts() -> None:
    kept = authority.given(established())
    kept.when(listing()).then(listed())
    kept.when(listing(DANA)).then_refused(ConflictOfInterest)
    kept.when(listing(Subject("Dana-Director"))).then_refused(ConflictOfInterest)
    kept.when(listing(source=" ")).then_refused(MissingInformation)
    authority.when(listing()).then_refused(WrongState)


@pytest.mark.covers("R-165")
def test_nobody_is_listed_or_taken_off_by_one_person_alone() -> None:
    kept = authority.given(established(), listed())
    for roles in (("dcs",), ()):
        for alone in (DANA, Subject("DANA-director"), MORGAN, Subject("Morgan-Manager")):
            change = listing(roles=roles, approved_by=alone)
            kept.when(change).then_refused(ConflictOfInterest)
    off: dict[str, Any] = {"roles": (), "from_": MAY}
    kept.when(listing(**off)).then(listed(**off))


@pytest.mark.covers("R-165")
def test_who_listed_an_officer_does_not_note_that_officers_word() -> None:
    state = after(listed())

    for lister in (DANA, Subject("Dana-Director")):
        assert roles_of(state, MORGAN, APRIL, lister) == frozenset()
    assert roles_of(state, MORGAN, APRIL, DREW) == frozenset({"team_manager"})


@pytest.mark.covers("R-121")
def test_a_name_has_its_roles_from_its_day_until_it_has_others_or_none() -> None:
    state = after(listed(), listed(from_=MAY, roles=()), listed(DANA, "dcs"))

    assert roles_of(state, MORGAN, date(2026, 4, 30)) == frozenset({"team_manager"})
    assert roles_of(state, MORGAN, MAY) == frozenset()
    assert roles_of(state, Subject("Morgan-Manager"), APRIL) == frozenset()
    assert [each.officer for each in officers_on(state, APRIL)] == [DANA, MORGAN]
    assert [each.officer for each in officers_on(state, APRIL, "dcs")] == [DANA]
    assert [each.officer for each in officers_on(state, MAY)] == [DANA]


@pytest.mark.covers("R-121")
def test_where_no_list_is_kept_no_name_is_held_against_it() -> None:
    assert roles_of(after(), MORGAN, APRIL) is None
    assert roles_of(after(listed()), MORGAN, date(2026, 3, 31)) is None
    assert roles_of(authority.decider.initial, MORGAN, APRIL) is None

    require_listed(None, ["team_manager"], "officer")
    require_listed(frozenset({"team_manager", "broker"}), ["team_manager"], "officer")
    for roles in (frozenset[str](), frozenset({"broker"})):
        with pytest.raises(OfficerNotListed):
            require_listed(roles, ["team_manager"], "officer")
