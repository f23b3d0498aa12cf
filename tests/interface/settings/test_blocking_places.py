"""Places out of use and other authorities' children: what may be decided, what is reported."""

import pytest

from tests.support.registers import done, home, read, refused
from tests.support.service import Office

MAY = "2026-05-01"


def test_more_places_than_are_free_are_not_blocked_and_the_nights_are_named(
    office: Office,
) -> None:
    path = home(office)
    for count, since, until in ((1, "2026-05-03", "2026-05-06"), (1, "2026-05-09", "2026-05-10")):
        held = {"count": count, "since": since, "until": until, "reason": "repairs"}
        done(office.post(f"{path}/blocks", held))

    refusal = office.post(
        f"{path}/blocks",
        {"count": 2, "since": MAY, "until": "2026-05-20", "reason": "repairs"},
    )

    assert refused(refusal) == (422, "OVER_CAPACITY")
    assert refusal.json()["nights"] == ["2026-05-03/2026-05-05", "2026-05-09"]
    assert refusal.json()["cites"] == "docs/domain/02, 2.9"


def test_blocked_places_are_put_back_under_their_id(office: Office) -> None:
    path = home(office)
    held = {"count": 2, "since": MAY, "reason": "repairs"}
    block_id = done(office.post(f"{path}/blocks", held))["ids"]["block_id"]
    assert [each["block_id"] for each in read(office, path)["blocks"]] == [block_id]
    assert read(office, path, as_at="2026-05-08")["free"] == 0

    done(office.post(f"{path}/unblocks", {"block_id": block_id, "since": "2026-05-08"}))

    assert read(office, path, as_at="2026-05-07")["free"] == 0
    assert read(office, path, as_at="2026-05-08")["free"] == 2


@pytest.mark.covers("6-57")
def test_other_authorities_children_are_counted_even_where_they_are_too_many(
    office: Office,
) -> None:
    path = home(office)
    counted = {"count": 3, "since": MAY, "until": "2026-05-03"}

    done(office.post(f"{path}/other-authority-occupancies", counted))

    nights = read(office, f"{path}/occupancy", night=MAY, until="2026-05-04")["nights"]
    assert [each["other_authorities"] for each in nights] == [3, 3, 0]
    assert [each["over"] for each in nights] == [1, 1, 0]
    assert [each["free"] for each in nights] == [0, 0, 2]
    assert read(office, path, as_at=MAY)["over"] == ["2026-05-01/2026-05-02"]


def test_fewer_places_than_children_is_reported_and_nobody_leaves(office: Office) -> None:
    path = home(office)
    done(office.post(f"{path}/other-authority-occupancies", {"count": 2, "since": MAY}))

    done(office.post(f"{path}/capacities", {"places": 1, "since": "2026-05-10"}))

    night = read(office, "/occupancy", night="2026-05-10")["settings"][0]["nights"][0]
    assert (night["limit"], night["other_authorities"], night["over"]) == (1, 2, 1)


def test_an_end_must_leave_a_night_between(sqlite_office: Office) -> None:
    path = home(sqlite_office)
    none = {"count": 1, "since": MAY, "until": MAY, "reason": "repairs"}

    assert refused(sqlite_office.post(f"{path}/blocks", none)) == (422, "EFFECTIVE_BEFORE_STREAM")


def test_a_number_of_places_is_a_whole_number(sqlite_office: Office) -> None:
    path = home(sqlite_office)
    half = {"count": 1.5, "since": MAY, "reason": "repairs"}

    assert refused(sqlite_office.post(f"{path}/blocks", half)) == (422, "INVALID_REQUEST")
