"""Boundaries are dated, sourced and approved; locality is judged by them and by no miles."""

from datetime import date

import pytest

from domain.authority.boundaries import Boundaries
from domain.authority.chronology import chronology
from domain.authority.commands import ChangeBoundaries
from domain.authority.errors import BoundariesContradict
from domain.authority.events import BoundariesChanged
from domain.authority.state import boundaries_on, locality_on
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.vocabulary import Locality
from tests.support.authorities import (
    APPROVER,
    CHESTERFIELD,
    DERBY,
    DERBYSHIRE,
    NOTTINGHAM,
    authority,
    boundaries,
    establish,
    established,
    limit_set,
)
from tests.support.recorded import event_id, recorded

REORGANISED = date(2028, 4, 1)


def changed(to: Boundaries) -> BoundariesChanged:
    return BoundariesChanged(boundaries=to, source="Structural changes order", approved_by=APPROVER)


def change(to: Boundaries) -> ChangeBoundaries:
    return ChangeBoundaries(**changed(to).model_dump())


def test_an_authority_is_established_once() -> None:
    authority.when(establish()).then(established())
    authority.given(established()).when(establish()).then_refused(WrongState)
    authority.when(change(boundaries())).then_refused(WrongState)


@pytest.mark.covers("R-31")
def test_an_edition_needs_a_source_and_an_approver() -> None:
    authority.when(establish(approved_by=None)).then_refused(MissingInformation)
    authority.when(establish(source=" ")).then_refused(MissingInformation)


def test_a_district_is_own_or_adjoining_and_not_both() -> None:
    both = boundaries(REORGANISED, DERBY, CHESTERFIELD)

    authority.when(establish(both)).then_refused(BoundariesContradict)
    authority.given(established()).when(change(both)).then_refused(BoundariesContradict)


@pytest.mark.covers("6-54", "6-55")
def test_nottingham_is_at_a_distance_and_chesterfield_adjoining() -> None:
    state = authority.decider.replay([established()])
    day = date(2026, 3, 1)

    assert locality_on(state, DERBY, day) is Locality.IN_AREA
    assert locality_on(state, CHESTERFIELD, day) is Locality.ADJOINING
    assert locality_on(state, NOTTINGHAM, day) is Locality.AT_A_DISTANCE
    assert locality_on(state, None, day) is Locality.NOT_KNOWN


@pytest.mark.covers("6-58")
def test_a_placement_is_judged_with_the_boundaries_of_its_start() -> None:
    merged = Boundaries(
        districts=(DERBY, CHESTERFIELD),
        adjoining=(DERBYSHIRE,),
        adjoining_districts=(),
        from_=REORGANISED,
    )
    authority.given(established()).when(change(merged)).then(changed(merged))
    state = authority.decider.replay([established(), changed(merged)])

    assert locality_on(state, CHESTERFIELD, date(2028, 3, 31)) is Locality.ADJOINING
    assert locality_on(state, CHESTERFIELD, REORGANISED) is Locality.IN_AREA


def test_an_edition_from_the_same_day_corrects_the_one_before() -> None:
    correct = boundaries(date(1997, 4, 1), DERBY, NOTTINGHAM)
    state = authority.decider.replay([established(), changed(correct)])

    assert boundaries_on(state, date(2026, 3, 1)) == correct


def test_an_earlier_edition_recorded_later_changes_nothing_after_the_next() -> None:
    newest = boundaries(REORGANISED, DERBY, NOTTINGHAM)
    between = boundaries(date(2020, 4, 1))
    state = authority.decider.replay([established(), changed(newest), changed(between)])

    assert boundaries_on(state, REORGANISED) == newest
    assert boundaries_on(state, date(2026, 3, 1)) == between


def test_nothing_is_known_before_the_first_edition() -> None:
    state = authority.decider.replay([established()])

    assert boundaries_on(state, date(1997, 3, 31)) is None
    assert locality_on(state, DERBY, date(1997, 3, 31)) is Locality.NOT_KNOWN
    assert boundaries_on(authority.decider.initial, date(2026, 3, 1)) is None


def test_the_chronology_ends_each_edition_with_the_next() -> None:
    told = chronology(recorded(established(), changed(boundaries(REORGANISED))))

    assert [(each.since, each.until, each.ended_by) for each in told.boundaries] == [
        (date(1997, 4, 1), REORGANISED, event_id(2)),
        (REORGANISED, None, None),
    ]


def test_every_event_survives_its_json() -> None:
    for event in (established(), changed(boundaries()), limit_set(None)):
        assert type(event).model_validate_json(event.model_dump_json()) == event
