"""A search for a home over HTTP, from the draft to the authorised money."""

from datetime import date
from functools import partial
from uuid import UUID, uuid4

import pytest

from application.access.principal import Role
from domain import placement
from domain.placement.arrangement import Arrangement
from domain.placement.commands import RecordStart
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import CaseId, PlacementId, Provision, ReferralId, SettingId
from tests.support.children import tell
from tests.support.market import ready_to_publish, search, seller
from tests.support.racing import at_once
from tests.support.service import Office


def test_offers_declines_and_silence_are_compared_once_the_deadline_passes(office: Office) -> None:
    prompt, full, silent = (seller(office) for _ in range(3))
    found = ready_to_publish(office)
    found.publish()

    offered = found.offer(prompt)
    declined = found.answer(full, "declines", {"reason": "no_vacancy", "text": "Full."})
    waiting = found.read()
    found.pass_deadline()
    closed = found.read()

    assert (offered.status_code, declined.status_code) == (201, 201)
    assert waiting["stage"] == "published"
    assert closed["stage"] == "evaluating"
    standings = {each["provider_id"]: each["standing"] for each in closed["invitations"]}
    assert standings == {
        str(prompt.provider_id): "offered",
        str(full.provider_id): "declined",
        str(silent.provider_id): "no_response",
    }


@pytest.mark.covers("R-09", "6-62")
def test_a_late_offer_is_recorded_as_late(office: Office) -> None:
    late = seller(office)
    found = ready_to_publish(office)
    found.publish()
    found.pass_deadline()

    answer = found.offer(late)

    assert answer.status_code == 201
    assert answer.json()["caused"] == ["referral.late_offer_received.v1"]
    (offer,) = found.read()["offers"]
    assert (offer["late"], offer["status"]) == (True, "late")


@pytest.mark.covers("6-63")
def test_responses_close_early_once_everybody_has_answered(office: Office) -> None:
    prompt, full = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()

    found.offer(prompt)
    found.answer(full, "declines", {"reason": "no_vacancy"})
    office.quiet()

    assert found.read()["stage"] == "evaluating"


def test_responses_are_not_closed_while_somebody_still_has_time(sqlite_office: Office) -> None:
    seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()

    refused = found.act("response-closures", {})

    assert (refused.status_code, refused.json()["code"]) == (409, "WRONG_STATE")


def test_a_deadline_that_passes_after_the_closing_leaves_nobody_a_task(
    sqlite_office: Office,
) -> None:
    prompt = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    found.offer(prompt)
    sqlite_office.quiet()
    found.pass_deadline()

    tasks = sqlite_office.get("/tasks", role=Role.BROKER)
    assert (tasks.status_code, tasks.json()["tasks"]) == (200, [])


def test_an_offer_is_preferred_with_a_place_and_its_money_authorised(office: Office) -> None:
    chosen, other = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(chosen).json()["ids"]["offer_id"]
    other_id = found.offer(other).json()["ids"]["offer_id"]
    office.quiet()

    reasons = {other_id: "Further from college."}
    preferred = found.done("preferred-offers", found.choice(offer_id, others_not_chosen=reasons))
    plan = {
        "price": [{"kind": "accommodation", "weekly_pence": 90000}],
        "shares": [{"heading": "social_care", "weekly_pence": 90000, "lead": True}],
        "starts_on": found.read()["choice"]["starts_on"],
    }
    found.done("funding-requests", plan)
    found.done("funding-authorisations", {}, Role.FUNDING_AUTHORISER)

    assert "placement.proposed.v1" in preferred.json()["caused"]
    shown = found.read()
    assert shown["stage"] == "authorised"
    assert shown["choice"]["offer_id"] == offer_id
    assert shown["funding"]["authorised"] is True
    told = {each["offer_id"]: each["not_chosen_because"] for each in shown["offers"]}
    assert told == {offer_id: None, other_id: "Further from college."}


def test_a_choice_that_is_let_go_frees_the_place_for_another(office: Office) -> None:
    chosen = seller(office)
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(chosen).json()["ids"]["offer_id"]
    office.quiet()
    found.done("preferred-offers", found.choice(offer_id))

    let_go = found.done("preferred-offer-deselections", {"reason": "child_refused"})
    again = found.act("preferred-offers", found.choice(offer_id))

    assert let_go.json()["caused"] == [
        "referral.preferred_offer_deselected.v1",
        "placement.not_started.v1",
        "setting.reservation_released.v1",
    ]
    assert again.status_code == 201


def test_a_search_called_off_lapses_what_was_offered(office: Office) -> None:
    chosen = seller(office)
    found = ready_to_publish(office)
    found.publish()
    found.offer(chosen)

    found.done("withdrawals", {"reason": "returned_home"}, Role.CASEWORKER)

    shown = found.read()
    assert (shown["stage"], shown["offers"][0]["status"]) == ("withdrawn", "lapsed")


@pytest.mark.covers("4-118")
def test_the_start_of_the_placement_fulfils_the_search(office: Office) -> None:
    chosen = seller(office)
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(chosen).json()["ids"]["offer_id"]
    office.quiet()
    preferred = found.done("preferred-offers", found.choice(offer_id))
    placement_id = preferred.json()["ids"]["placement_id"]

    started = RecordStart(at=office.running.clock.now(), born_on=date(2009, 12, 24))
    tell(office.running, StreamId(f"placement-{placement_id}"), placement.decider, started)
    office.quiet()

    shown = found.read()
    assert (shown["stage"], shown["end"]["placement_id"]) == ("fulfilled", placement_id)
    assert [each["code"] for each in shown["end"]["breaches"]] == ["FUNDING_NOT_AUTHORISED"]


def test_a_search_that_was_called_off_leaves_its_placements_start_to_a_person(
    sqlite_office: Office,
) -> None:
    found = search(sqlite_office)
    found.done("withdrawals", {"reason": "duplicate"})
    where = Arrangement(
        placement_id=PlacementId(uuid4()),
        case_id=CaseId(UUID(found.case_id)),
        referral_id=ReferralId(UUID(found.referral_id)),
        setting_id=SettingId(uuid4()),
        provision=Provision.FOSTERING,
    )
    started = RecordStart(
        at=sqlite_office.running.clock.now(), born_on=date(2009, 12, 24), arrangement=where
    )
    stream, running = StreamId(f"placement-{where.placement_id}"), sqlite_office.running
    file = running.office.file_of(StreamId(f"case-{found.case_id}"))
    tell(running, stream, placement.decider, started, file=file)
    sqlite_office.quiet()

    (task,) = sqlite_office.get("/tasks", role=Role.BROKER).json()["tasks"]
    assert (task["policy"], task["code"]) == ("fulfil-referral", "WRONG_STATE")


def test_many_providers_may_answer_at_once(office: Office) -> None:
    asked = [seller(office) for _ in range(8)]
    found = ready_to_publish(office)
    found.publish()
    sent = [(found.invitation(each), found.offer_of(each), each) for each in asked]

    answers = at_once(
        *(
            partial(office.post, f"/invitations/{invitation}/offers", body, **each.user)
            for invitation, body, each in sent
        )
    )
    office.quiet()

    taken = [each.json()["ids"] for each in answers if not isinstance(each, Exception)]
    shown = found.read()
    assert sorted(each["offer_id"] for each in taken) == sorted(
        each["offer_id"] for each in shown["offers"]
    )
    assert (shown["stage"], len(taken)) == ("evaluating", len(asked))
