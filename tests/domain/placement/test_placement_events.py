"""Stored names are a promise to the past."""

from typing import get_args

from domain.placement import PlacementEvent


def test_every_event_has_a_stored_name_of_its_own() -> None:
    events = get_args(PlacementEvent)
    names = [event.stored_as for event in events]

    assert len(set(names)) == len(names)
    assert all("stored_as" in vars(event) for event in events)
    assert all(name.startswith("placement.") and name.endswith(".v1") for name in names)
