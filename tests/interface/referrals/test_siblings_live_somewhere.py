"""Two sisters from their request to both starts, each by her own lines; then one of them leaves."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from infrastructure.event_store.log import EventLog
from tests.support.market import led_to_market, seller
from tests.support.placing import House, Placing, done
from tests.support.service import Office
from tests.support.siblings import CANARIES, Group, chosen, group, lines

HERS = {1: 80_000, 2: 95_000}
"""What each costs a week, in pence."""


def share(weekly: int) -> Any:
    return [{"heading": "social_care", "weekly_pence": weekly, "lead": True}]


def placed(office: Office) -> tuple[Group, list[Placing]]:
    """Chosen, with the money for both authorised."""
    oak = seller(office)
    search = group(office, 2)
    led_to_market(search)
    search.publish()
    today = search.today
    price = [*lines(1, weekly=HERS[1]), *lines(2, weekly=HERS[2])]
    whole = {"siblings": {"extent": "together"}, "price": price}
    offer = done(search.offer(oak, earliest_start=today.isoformat(), **whole))
    office.quiet()
    planned_end = (today + timedelta(days=30)).isoformat()
    ids = done(chosen(search, offer["ids"]["offer_id"], planned_end=planned_end))["ids"]
    plan = {"starts_on": today.isoformat(), "planned_weeks": 26}
    search.done("funding-requests", {"price": price, "shares": share(sum(HERS.values())), **plan})
    search.done("funding-authorisations", {}, Role.DCS)
    house = House(oak.setting_id, oak.provider_id)
    return search, [
        Placing(office, case_id, house, search.referral_id, ids[f"placement_id_{number}"])
        for number, case_id in enumerate(search.case_ids, start=1)
    ]


def agreement_of(weekly: int) -> Any:
    own = [{"kind": "accommodation", "weekly_pence": weekly}]
    return {"price": own, "shares": share(weekly)}


def moved_in(placement: Placing, day: str) -> None:
    met = {"on": day, "attendees": ["young_person", "provider"]}
    done(placement.act("provider-meetings", met))
    done(placement.act("introductory-visits", {"on": day}))
    done(placement.agree_start(day))
    done(placement.start(day))
    placement.office.quiet()


def together_in_the_log(office: Office) -> tuple[int, int]:
    """K-43 from the raw log: groups submitted, and those whose children all started in one home."""
    streams = office.running.streams
    log = [each.event for each in EventLog(streams.recorder, streams.codec).after(0, 1_000_000)]
    groups = {e.referral_id: 1 + len(e.siblings) for e in log
              if e.stored_as == "referral.drafted.v1" and e.siblings}  # fmt: skip
    homes = [[e.setting_id for e in log
              if e.stored_as.startswith("placement.started.") and e.referral_id == group]
             for group in groups]  # fmt: skip
    kept = [len(each) == number and len(set(each)) == 1
            for each, number in zip(homes, groups.values(), strict=True)]  # fmt: skip
    return sum(kept), len(kept)


@pytest.mark.covers("R-58", "R-91", "K-43", "6-68")
def test_two_sisters_start_each_on_her_own_agreement_and_one_leaves_the_other(
    sqlite_office: Office,
) -> None:
    search, (first, second) = placed(sqlite_office)
    today = search.today.isoformat()

    # What is authorised for the one does not carry the other's price.
    done(first.draft(**agreement_of(HERS[2])))
    dearer = first.act("agreement-issues", {})
    assert (dearer.status_code, dearer.json()["code"]) == (422, "FUNDING_NOT_AUTHORISED")
    for placement, weekly in ((first, HERS[1]), (second, HERS[2])):
        placement.agreed(**agreement_of(weekly))
        moved_in(placement, today)
    assert search.read()["stage"] == "fulfilled"
    began = (search.today.month - 1) // 3 * 3 + 1
    quarter = f"{search.today:%Y}-{began:02}"
    figure = sqlite_office.get("/measures/K-43", {"quarter": quarter}).json()["figure"]["total"]
    assert (figure["numerator"], figure["denominator"]) == together_in_the_log(sqlite_office)
    assert figure["numerator"] == 1

    assert search.read()["separated"] is None
    done(first.end(today))
    sqlite_office.quiet()
    assert first.read()["end"] is not None
    assert second.read()["end"] is None
    shown = search.read()
    assert shown["separated"] == {"since": today, "because": "leaving"}
    assert [each["left_home_at"] for each in shown["children"]] == [today, None]
    tasks = sqlite_office.get("/tasks", role=Role.BROKER)
    assert [task["code"] for task in tasks.json()["tasks"]] == ["PLAN_CONTACT"]
    assert not [name for name in CANARIES if name in tasks.text.lower()]
    hers = sqlite_office.get(f"/cases/{second.case_id}/timeline").json()["entries"]
    assert "Child 1 left the home; child 2 stayed." in [each["sentence"] for each in hers]
