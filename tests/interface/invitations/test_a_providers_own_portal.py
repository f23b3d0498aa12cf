"""What a provider sees: its own invitations, and nothing of the child's record or of others."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from domain.shared.envelope import FileId
from tests.support.market import CANARIES, Search, Seller, ready_to_publish, seller
from tests.support.service import Office


def one_of_two(office: Office) -> tuple[Search, Seller, Seller]:
    asked, other = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    return found, asked, other


def read(office: Office, invitation_id: str, who: Seller) -> Any:
    return office.get(f"/invitations/{invitation_id}", **who.user)


def test_the_pack_is_read_once_it_was_opened(office: Office) -> None:
    found, asked, _ = one_of_two(office)
    invitation_id = found.invitation(asked)

    before = read(office, invitation_id, asked).json()
    found.answer(asked, "views", {})
    after = read(office, invitation_id, asked).json()

    assert (before["standing"], before["opened"], before["pack"]) == ("invited", False, None)
    assert (after["standing"], after["opened"]) == ("viewed", True)
    assert after["pack"]["summary"].startswith("Likes cooking")
    assert after["pack"]["age_in_years"] in (16, 17)


def test_opening_the_pack_again_says_nothing_new(office: Office) -> None:
    found, asked, _ = one_of_two(office)

    first = found.answer(asked, "views", {})
    again = found.answer(asked, "views", {})

    assert first.json()["caused"] == ["referral.pack_viewed.v1"]
    assert again.json()["caused"] == []
    assert first.headers["ETag"] == again.headers["ETag"] == '"2"'


def test_what_others_do_leaves_ones_etag_alone(office: Office) -> None:
    found, asked, other = one_of_two(office)
    mine = read(office, found.invitation(asked), asked).headers["ETag"]

    found.answer(other, "views", {})
    found.offer(other)
    office.quiet()

    assert read(office, found.invitation(asked), asked).headers["ETag"] == mine == '"1"'


def test_the_same_key_is_answered_the_same_after_more_has_happened(office: Office) -> None:
    found, asked, _ = one_of_two(office)
    path = f"/invitations/{found.invitation(asked)}/views"

    once = office.post(path, {}, key="open-the-pack", **asked.user)
    found.offer(asked)
    again = office.post(path, {}, key="open-the-pack", **asked.user)

    assert again.json() == once.json()
    assert again.headers["ETag"] == once.headers["ETag"]


@pytest.mark.parametrize("what", ["", "/views", "/declines"])
def test_anothers_invitation_is_not_there(office: Office, what: str) -> None:
    found, asked, other = one_of_two(office)
    path = f"/invitations/{found.invitation(other)}"

    if what:
        body = {"reason": "no_vacancy"} if what == "/declines" else {}
        answer = office.post(path + what, body, **asked.user)
    else:
        answer = office.get(path, **asked.user)

    assert answer.status_code == 404


def test_who_was_not_asked_sees_nothing(sqlite_office: Office) -> None:
    found, asked, _ = one_of_two(sqlite_office)
    stranger = seller(sqlite_office, lot="1.1")

    assert sqlite_office.get("/invitations", **stranger.user).json()["invitations"] == []
    assert read(sqlite_office, found.invitation(asked), stranger).status_code == 404


@pytest.mark.covers("R-41")
def test_a_token_of_another_authority_finds_nothing(sqlite_office: Office) -> None:
    found, asked, _ = one_of_two(sqlite_office)
    elsewhere = {**asked.user, "authority": "E06000018"}

    listed = sqlite_office.get("/invitations", **elsewhere)
    one = sqlite_office.get(f"/invitations/{found.invitation(asked)}", **elsewhere)

    assert (listed.json()["invitations"], one.status_code) == ([], 404)


def test_a_provider_reads_no_referral_and_an_officer_no_portal(sqlite_office: Office) -> None:
    found, asked, _ = one_of_two(sqlite_office)

    referral = sqlite_office.get(found.path, **asked.user)
    board = sqlite_office.get("/referrals", **asked.user)
    portal = sqlite_office.get("/invitations", role=Role.BROKER)

    assert [each.status_code for each in (referral, board, portal)] == [403, 403, 403]


def test_nothing_that_a_provider_is_answered_gives_the_child_or_others_away(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    found, asked, other = one_of_two(office)
    said = [office.get("/invitations", **asked.user)]
    said.append(found.answer(asked, "views", {}))
    said.append(found.offer(asked, half_hours=51))
    said.append(found.offer(asked, setting_id=str(uuid4())))
    mine = found.offer(asked, earliest_start="2023-06-01")
    theirs = found.offer(other).json()["ids"]["offer_id"]
    office.quiet()
    reason = "Further from the college that she goes to."
    not_chosen = {mine.json()["ids"]["offer_id"]: reason}
    found.done("preferred-offers", found.choice(theirs, others_not_chosen=not_chosen))
    said += [mine, found.offer(asked)]
    said += [read(office, found.invitation(asked), asked), office.get("/invitations", **asked.user)]

    told = "\n".join(f"{dict(each.headers)} {each.text}" for each in said).casefold()

    secret = (*CANARIES, found.case_id, found.referral_id, theirs, str(other.provider_id))
    assert [each for each in secret if each.casefold() in told] == []
    assert "referral-" not in told
    assert reason.casefold() in told


def test_ones_own_reason_is_told_only_while_a_decision_stands(office: Office) -> None:
    found, asked, other = one_of_two(office)
    mine = found.offer(asked).json()["ids"]["offer_id"]
    theirs = found.offer(other).json()["ids"]["offer_id"]
    office.quiet()
    undecided = read(office, found.invitation(asked), asked).json()
    found.done("preferred-offers", found.choice(theirs, others_not_chosen={mine: "Further away."}))
    decided = read(office, found.invitation(asked), asked).json()
    found.done("preferred-offer-deselections", {"reason": "child_refused"})
    reopened = read(office, found.invitation(asked), asked).json()

    shown = [(each["offer_status"], each["offer"]["reason"]) for each in (undecided, decided)]
    assert shown == [("open", None), ("not_chosen", "Further away.")]
    assert (reopened["offer_status"], reopened["offer"]["reason"]) == ("open", None)


def test_who_was_not_chosen_keeps_no_pack_until_the_choice_is_undone(
    sqlite_office: Office,
) -> None:
    found, asked, other = one_of_two(sqlite_office)
    found.answer(asked, "views", {})
    mine = found.offer(asked).json()["ids"]["offer_id"]
    theirs = found.offer(other).json()["ids"]["offer_id"]
    sqlite_office.quiet()
    invitation_id = found.invitation(asked)

    found.done("preferred-offers", found.choice(theirs, others_not_chosen={mine: "Further away."}))
    same_day = read(sqlite_office, invitation_id, asked).json()
    now = sqlite_office.running.clock.now()
    sqlite_office.move_clock(now + timedelta(hours=24, minutes=1))
    later = read(sqlite_office, invitation_id, asked).json()
    found.answer(asked, "pack-deletions", {})
    found.done("preferred-offer-deselections", {"reason": "child_refused"})
    sqlite_office.quiet()
    again = read(sqlite_office, invitation_id, asked).json()
    found.answer(asked, "views", {})
    opened = read(sqlite_office, invitation_id, asked).json()

    shown = [
        (each["pack"] is not None, each["to_delete"], each["closed"])
        for each in (same_day, later, again, opened)
    ]
    assert shown == [
        (True, False, False),
        (False, True, True),
        (False, False, False),
        (True, False, False),
    ]


def test_the_pack_closes_a_day_after_the_outcome(sqlite_office: Office) -> None:
    found, asked, _ = one_of_two(sqlite_office)
    found.answer(asked, "views", {})
    found.answer(asked, "declines", {"reason": "no_vacancy"})
    invitation_id = found.invitation(asked)
    same_day = read(sqlite_office, invitation_id, asked).json()
    now = sqlite_office.running.clock.now()

    sqlite_office.move_clock(now + timedelta(hours=24, minutes=1))
    later = read(sqlite_office, invitation_id, asked).json()

    assert (same_day["closed"], same_day["pack"] is None) == (False, False)
    assert (later["closed"], later["pack"]) == (True, None)


def test_what_a_provider_held_reads_as_erased_with_the_childs_key(office: Office) -> None:
    found, asked, _ = one_of_two(office)
    found.answer(asked, "views", {})
    found.offer(asked)

    running = office.running
    running.ring.destroy(FileId(f"case-{found.case_id}"), running.clock.now())
    shown = read(office, found.invitation(asked), asked).json()
    office.running.shelf.rebuild(["invitations"])
    rebuilt = read(office, found.invitation(asked), asked).json()

    assert (shown["pack"], shown["offer"]) == ({"erased": True}, {"erased": True})
    assert rebuilt == shown


def test_a_rebuilt_portal_says_the_same(office: Office) -> None:
    found, asked, other = one_of_two(office)
    found.answer(asked, "views", {})
    found.offer(asked)
    found.answer(other, "declines", {"reason": "price"})
    before = [read(office, found.invitation(each), each).json() for each in (asked, other)]

    office.running.shelf.rebuild(["invitations"])

    assert [read(office, found.invitation(each), each).json() for each in (asked, other)] == before


def test_a_long_list_is_read_in_pages(office: Office) -> None:
    asked = seller(office)
    first = ready_to_publish(office)
    first.publish()
    old = first.invitation(asked)
    first.done("withdrawals", {"reason": "duplicate"})
    second = first.again()
    second.publish()

    page = office.get("/invitations", {"limit": 1}, **asked.user).json()
    more = office.get("/invitations", {"limit": 1, "cursor": page["next"]}, **asked.user).json()

    assert page["invitations"][0]["invitation_id"] == second.invitation(asked)
    assert [each["invitation_id"] for each in more["invitations"]] == [old]
    assert more["next"] is None


@pytest.mark.covers("R-94")
def test_who_has_a_place_after_all_offers_it_and_reads_the_pack_again(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    found, asked, _ = one_of_two(office)
    found.answer(asked, "views", {})
    found.answer(asked, "declines", {"reason": "no_vacancy"})
    invitation_id = found.invitation(asked)
    office.move_clock(office.running.clock.now() + timedelta(hours=24, minutes=1))
    office.quiet()
    assert read(office, invitation_id, asked).json()["pack"] is None

    received = found.offer(asked)
    office.quiet()

    assert received.json()["caused"] == ["referral.late_offer_received.v1"]
    shown = read(office, invitation_id, asked).json()
    assert (shown["offer_status"], shown["closed"], shown["pack"] is None) == ("late", False, False)
    admitted = {"reason": "best"}
    found.done("late-offer-admissions", admitted, Role.COMMISSIONING_MANAGER)
