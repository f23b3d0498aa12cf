"""Who may authorise how much a week, by role and by kind of home, from a day on."""

from datetime import date

import pytest

from domain.authority import AuthorityEvent
from domain.authority.chronology import chronology
from domain.authority.state import Authority, funding_limit
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.vocabulary import Pence, Provision
from tests.support.authorities import authority, established, limit_set, set_limit
from tests.support.recorded import event_id, recorded

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
ROLE = "funding_authoriser"


def after(*events: AuthorityEvent) -> Authority:
    return authority.decider.replay([established(), *events])


def test_a_limit_is_recorded_with_its_source() -> None:
    authority.given(established()).when(set_limit(Pence(200_000))).then(limit_set(Pence(200_000)))
    authority.given(established()).when(set_limit(Pence(1), source="")).then_refused(
        MissingInformation
    )
    authority.when(set_limit(Pence(1))).then_refused(WrongState)


@pytest.mark.covers("R-31")
def test_a_limit_holds_from_its_day_until_the_next() -> None:
    state = after(limit_set(Pence(200_000), MAY), limit_set(Pence(100_000), APRIL))

    assert funding_limit(state, ROLE, date(2026, 4, 30)) == 100_000
    assert funding_limit(state, ROLE, MAY) == 200_000


def test_of_two_limits_from_one_day_the_later_recorded_holds() -> None:
    state = after(limit_set(Pence(100_000)), limit_set(Pence(150_000)))

    assert funding_limit(state, ROLE, APRIL) == 150_000


def test_a_role_that_was_given_no_limit_may_authorise_nothing() -> None:
    state = after(limit_set(Pence(100_000)))

    assert funding_limit(state, "broker", APRIL) == 0
    assert funding_limit(state, ROLE, date(2026, 3, 31)) == 0
    assert funding_limit(authority.decider.initial, ROLE, APRIL) == 0


def test_without_limit_is_not_nothing() -> None:
    assert funding_limit(after(limit_set(None)), ROLE, APRIL) is None


def test_a_limit_for_a_kind_of_home_holds_instead_of_the_general_one() -> None:
    state = after(limit_set(Pence(100_000)), limit_set(None, provision=Provision.FOSTERING))

    assert funding_limit(state, ROLE, APRIL, Provision.FOSTERING) is None
    assert funding_limit(state, ROLE, APRIL, Provision.CHILDRENS_HOME) == 100_000
    assert funding_limit(state, ROLE, APRIL) == 100_000


def test_the_chronology_keeps_each_role_and_kind_apart() -> None:
    told = chronology(
        recorded(
            established(),
            limit_set(Pence(100_000), APRIL),
            limit_set(None, APRIL, provision=Provision.FOSTERING),
            limit_set(Pence(200_000), MAY),
        )
    )

    assert [(each.provision, each.limit, each.until, each.ended_by) for each in told.limits] == [
        (None, 100_000, MAY, event_id(4)),
        (None, 200_000, None, None),
        (Provision.FOSTERING, None, None, None),
    ]
