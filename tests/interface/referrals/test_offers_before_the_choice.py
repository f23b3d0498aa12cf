"""Over HTTP: offers taken back, admitted late all alike, negotiated; each told to its own."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, Seller, ready_to_publish, seller
from tests.support.service import Office


def read(office: Office, found: Search, who: Seller) -> Any:
    return office.get(f"/invitations/{found.invitation(who)}", **who.user).json()


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.covers("6-62", "R-09", "R-73")
def test_the_best_match_came_four_minutes_late_and_so_did_another(sqlite_office: Office) -> None:
    office = sqlite_office
    prompt, best, other = (seller(office) for _ in range(3))
    found = ready_to_publish(office)
    found.publish()
    in_time = found.offer(prompt).json()["ids"]["offer_id"]
    found.pass_deadline()
    late = found.offer(best).json()["ids"]["offer_id"]
    later = found.offer(other).json()["ids"]["offer_id"]
    reason = {"reason": "The portal was down for ten minutes."}

    as_broker = found.act("late-offer-admissions", reason)
    too_early = found.act(
        "preferred-offers", found.choice(late, others_not_chosen={in_time: "Further."})
    )
    admitted = found.done("late-offer-admissions", reason, Role.COMMISSIONING_MANAGER)
    others = {in_time: "Further.", later: "Dearer."}
    chosen = found.act("preferred-offers", found.choice(late, others_not_chosen=others))
    shown = found.read()

    assert refused(as_broker) == (403, "NOT_PERMITTED")
    assert refused(too_early) == (409, "WRONG_STATE")
    assert admitted.json()["caused"] == ["referral.late_offer_admitted.v1"] * 2
    assert chosen.status_code == 201, chosen.text
    assert {each["offer_id"]: each["late"] for each in shown["offers"]} == {
        in_time: False,
        late: True,
        later: True,
    }
    standings = {each["provider_id"]: each["standing"] for each in shown["invitations"]}
    assert standings[str(best.provider_id)] == "offered_late"


def test_a_preferred_offer_taken_back_frees_its_place_and_another_is_chosen(
    office: Office,
) -> None:
    chosen, other = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    mine, theirs = (found.offer(each).json()["ids"]["offer_id"] for each in (chosen, other))
    office.quiet()
    found.done("preferred-offers", found.choice(mine, others_not_chosen={theirs: "Further."}))

    back = found.answer(chosen, "offer-withdrawals", {"reason": "place_taken"})
    shown = [read(office, found, each)["offer_status"] for each in (chosen, other)]
    again = found.act("preferred-offers", found.choice(theirs))

    assert back.json()["caused"] == [
        "referral.offer_withdrawn.v1",
        "referral.preferred_offer_deselected.v1",
        "placement.not_started.v1",
        "setting.reservation_released.v1",
    ]
    assert shown == ["withdrawn", "open"]
    assert again.status_code == 201, again.text


@pytest.mark.covers("4-095")
def test_both_sides_agree_what_goes_beyond_the_category_and_nobody_else_sees_it(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    asked, other = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(asked).json()["ids"]["offer_id"]
    found.offer(other)
    office.quiet()
    word = {
        "offer_id": offer_id,
        "difference": "Needs someone awake at night.",
        "extra_services": "A waking night.",
        "price": [{"kind": "accommodation", "weekly_pence": 99_000}],
    }

    found.done("category-differences", word)
    own_word = found.act("category-difference-agreements", {"offer_id": offer_id})
    foreign = found.answer(other, "category-difference-agreements", {"offer_id": offer_id})
    agreed = found.answer(asked, "category-difference-agreements", {"offer_id": offer_id})
    shown = read(office, found, asked)["offer"]

    assert (refused(own_word), refused(foreign)) == ((409, "WRONG_STATE"), (404, "NOT_FOUND"))
    assert agreed.json()["caused"] == ["referral.category_difference_agreed.v1"]
    assert [each["weekly"] for each in shown["price"]] == [99_000]
    assert [each["agreed_variation"] for each in shown["differences"]] == [None, 9_000]
    assert read(office, found, other)["offer"]["differences"] == []


@pytest.mark.covers("6-66")
def test_a_child_who_went_home_leaves_the_offers_lapsed_and_their_providers_told(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    asked, slow = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    found.offer(asked)
    office.quiet()
    office.move_clock(office.running.clock.now() + timedelta(minutes=20))

    found.done("withdrawals", {"reason": "returned_home"}, Role.CASEWORKER)
    office.quiet()

    told = read(office, found, asked)
    assert (told["offer_status"], told["offer"]["reason"]) == ("lapsed", None)
    assert read(office, found, slow)["standing"] == "invited"
    assert (found.read()["stage"], found.read()["end"]["withdrawn_because"]) == (
        "withdrawn",
        "returned_home",
    )


@pytest.mark.covers("6-63", "2-031", "6-09")
def test_a_reasoned_decline_in_time_is_an_answer_and_a_double_click_one_offer(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    full, quick = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    declined = found.answer(
        full, "declines", {"reason": "no_vacancy", "needs": ["missing", "trauma"]}
    )
    path, body = f"/invitations/{found.invitation(quick)}/offers", found.offer_of(quick)
    first, second = (office.post(path, body, key="one-click-of-two", **quick.user) for _ in "12")
    office.quiet()

    shown = found.read()
    assert (declined.status_code, first.json()) == (201, second.json())
    assert len(shown["offers"]) == 1
    assert shown["stage"] == "evaluating"


@pytest.mark.covers("R-74")
def test_an_offer_lapses_by_itself_when_its_own_time_is_over(sqlite_office: Office) -> None:
    office = sqlite_office
    asked = seller(office)
    found = ready_to_publish(office)
    found.publish()
    until = office.running.clock.now() + timedelta(hours=2)
    found.offer(asked, open_until=until.isoformat())

    office.move_clock(until + timedelta(minutes=1))
    office.quiet()

    assert read(office, found, asked)["offer_status"] == "lapsed"
    assert found.read()["offers"][0]["status"] == "lapsed"
