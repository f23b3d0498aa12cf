"""The board and the view of a search, on any day and as known at any instant."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.principal import Role
from application.clock.queries import Whose
from application.referral.board import BoardFilter
from application.referral.view.whole import view
from application.shared.asking import AsOf
from application.shared.office import stream_of
from application.shared.ports import History
from domain.referral.chronology import StageName
from domain.shared.errors import NotFound
from tests.support.market import Search, ready_to_publish, referral_of, search, seller
from tests.support.service import DERBY, Office

Line = tuple[StageName, int, int, int]


def board(office: Office, **params: str | list[str]) -> list[dict[str, object]]:
    answer = office.get("/referrals", params, role=Role.BROKER)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["referrals"]
    return found


def test_the_board_counts_answers_and_names_the_next_deadline(office: Office) -> None:
    one, other = seller(office), seller(office)
    seller(office)
    found = ready_to_publish(office)
    found.publish()
    found.offer(one)
    found.answer(other, "declines", {"reason": "location"})

    (line,) = board(office)

    counted = {key: line[key] for key in ("stage", "lot", "invited", "answered", "offers")}
    assert counted == {"stage": "published", "lot": "2.1", "invited": 3, "answered": 2, "offers": 1}
    assert line["next_deadline"] == found.read()["invitations"][0]["deadline"]
    assert (line["referral_id"], line["case_id"]) == (found.referral_id, found.case_id)


def test_a_late_offer_is_counted_apart_and_no_deadline_is_left(office: Office) -> None:
    late = seller(office)
    found = ready_to_publish(office)
    found.publish()
    found.pass_deadline()
    found.offer(late)

    (line,) = board(office)

    assert (line["stage"], line["offers"], line["late_offers"]) == ("evaluating", 0, 1)
    assert line["next_deadline"] is None


def test_the_board_is_kept_to_the_stages_asked_for(sqlite_office: Office) -> None:
    found = search(sqlite_office)

    assert [line["referral_id"] for line in board(sqlite_office, stage=["draft", "submitted"])] == [
        found.referral_id
    ]
    assert board(sqlite_office, stage=["published"]) == []


def test_the_board_of_an_earlier_day_and_of_an_earlier_word(office: Office) -> None:
    seller(office)
    found = ready_to_publish(office)
    first_day, before = found.today, office.running.clock.now()
    office.move_clock(before + timedelta(days=2))
    found.publish()

    now, then = board(office), board(office, as_at=first_day.isoformat())
    earlier = (first_day - timedelta(days=1)).isoformat()
    known = board(office, as_known_at=before.isoformat(), as_at=found.today.isoformat())

    assert [line["stage"] for line in (*now, *then)] == [
        "published",
        "approved_for_external_search",
    ]
    assert board(office, as_at=earlier) == []
    assert [(line["stage"], line["invited"]) for line in known] == [
        ("approved_for_external_search", 0)
    ]


def test_the_board_agrees_with_a_fold_of_the_log_at_every_position(office: Office) -> None:
    one, other = seller(office), seller(office)
    found = ready_to_publish(office)
    office.move_clock(office.running.clock.now() + timedelta(days=1))
    found.publish()
    found.offer(one)
    found.pass_deadline()
    found.offer(other)
    first = found.today - timedelta(days=4)
    days = [first + timedelta(days=n) for n in range(6)]
    stream = stream_of("referral", UUID(found.referral_id))

    for recorded in office.running.streams.read(stream).events:
        history = office.running.streams.read(stream, recorded.position)
        for day in days:
            assert _listed(office, day, recorded.position) == _folded(history, found, day)


def _listed(office: Office, day: date, position: int) -> list[Line]:
    of = AsOf(day=day, position=position, at=office.running.clock.now())
    whose = Whose(authority=DERBY, related=None, today=day)
    found = office.running.service.search.queue.page(whose, of, BoardFilter(), after=None, limit=10)
    return [(line.stage, line.invited, line.offers, line.late_offers) for line in found]


def _folded(history: History[Any], found: Search, day: date) -> list[Line]:
    try:
        shown = view(history, day, 0)
    except NotFound:
        return []
    late = sum(offer.late for offer in shown.offers)
    return [(shown.stage, len(shown.invitations), len(shown.offers) - late, late)]


def test_the_view_shows_sections_offers_and_both_times(office: Office) -> None:
    found = search(office)
    found.write(["education"])
    between = office.running.clock.now()
    office.move_clock(between + timedelta(days=1))
    found.write(["education", "health"])
    yesterday = (found.today - timedelta(days=1)).isoformat()

    now, then = found.read(), found.read(as_at=yesterday)
    known = found.read(as_known_at=between.isoformat())

    assert set(now["request"]["sections"]) == {"education", "health"}
    assert set(then["request"]["sections"]) == {"education"}
    assert set(known["request"]["sections"]) == {"education"}
    assert known["position"] < now["position"]


def test_a_search_was_not_there_before_it_began(sqlite_office: Office) -> None:
    before = sqlite_office.running.clock.now()
    sqlite_office.move_clock(before + timedelta(days=1))
    found = search(sqlite_office)
    yesterday = {"as_at": (found.today - timedelta(days=1)).isoformat()}

    early = sqlite_office.get(found.path, yesterday, role=Role.BROKER)
    unknown = sqlite_office.get(found.path, {"as_known_at": before.isoformat()}, role=Role.BROKER)

    assert (early.status_code, unknown.status_code) == (404, 404)


def test_only_the_present_has_an_etag_to_decide_on(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write()

    past = sqlite_office.get(found.path, {"as_at": found.today.isoformat()}, role=Role.BROKER)

    assert found.etag() == f'"{found.read()["version"]}"' == '"2"'
    assert "ETag" not in past.headers


@pytest.mark.covers("R-27")
def test_a_caseworker_sees_the_searches_of_the_children_they_work_with(office: Office) -> None:
    found = search(office)
    casey: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "casey"}
    other: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "somebody-else"}
    allocation = {"kind": "social_worker", "who": "casey", "since": found.today.isoformat()}
    office.post(f"/cases/{found.case_id}/allocations", allocation, role=Role.BROKER)

    mine, theirs = (office.get("/referrals", **who).json() for who in (casey, other))
    read = office.get(found.path, **other)
    begun = office.post("/referrals", referral_of(office, found.case_id), **other)

    assert [line["referral_id"] for line in mine["referrals"]] == [found.referral_id]
    assert theirs["referrals"] == []
    assert (read.status_code, begun.status_code) == (403, 403)


def test_a_page_says_where_the_next_begins_and_stays_at_its_position(office: Office) -> None:
    found = search(office)
    other = found.begun_again()
    page = office.get("/referrals", {"limit": 1}, role=Role.BROKER).json()
    third = found.begun_again()

    params = {"limit": 5, "cursor": page["next"]}
    rest = office.get("/referrals", params, role=Role.BROKER).json()

    read = [line["referral_id"] for line in (*page["referrals"], *rest["referrals"])]
    assert sorted(read) == sorted([found.referral_id, other.referral_id])
    assert third.referral_id not in read
    assert rest["position"] == page["position"]
    assert rest["next"] is None
