"""One open request for a child, unless it is said why there is another."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.children import open_child
from tests.support.market import referral_of, search
from tests.support.racing import at_once
from tests.support.service import Office


@pytest.mark.covers("R-54")
@pytest.mark.refuses("POSSIBLE_DUPLICATE")
def test_a_second_request_is_refused_with_a_pointer_to_the_first_until_said_why(
    sqlite_office: Office,
) -> None:
    first = search(sqlite_office)
    body = referral_of(sqlite_office, first.case_id, scope="support")
    worker: dict[str, Any] = {"role": Role.CASEWORKER}

    refused = sqlite_office.post("/referrals", body, **worker)
    why = {"beside_because": "Support hours beside the home, R-13."}
    second = first.begun_again()
    shown = second.read()["request"]
    first.done("withdrawals", {"reason": "duplicate"})
    second.done("withdrawals", {"reason": "duplicate"})
    after = sqlite_office.post("/referrals", body, **worker)
    third = sqlite_office.post("/referrals", {**body, **why}, **worker)

    assert (refused.status_code, refused.json()["code"]) == (422, "POSSIBLE_DUPLICATE")
    assert refused.json()["open_referrals"] == [first.referral_id]
    assert shown["beside"] == [first.referral_id]
    assert shown["beside_because"] == "Support beside a home."
    assert (after.status_code, third.status_code) == (201, 201)


@pytest.mark.covers("R-54")
def test_of_two_requests_begun_at_once_one_is_told_of_the_other(office: Office) -> None:
    case_id = open_child(office, "Demo-Child Quickbeam")
    begin = partial(office.post, "/referrals", referral_of(office, case_id), role=Role.CASEWORKER)

    answers: Sequence[Any] = at_once(*(partial(begin, key=f"begin-{n}-0000") for n in range(4)))

    came = sorted(answer.status_code for answer in answers)
    assert came == [201, 422, 422, 422], [answer.text for answer in answers]
    won = next(a.json()["ids"]["referral_id"] for a in answers if a.status_code == 201)
    told = [a.json()["open_referrals"] for a in answers if a.status_code == 422]
    assert told == [[won]] * 3


def test_a_request_names_no_placement_of_another_child(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office, "Demo-Child Quickbeam")
    body = referral_of(sqlite_office, case_id)
    other = {"predecessor_placement": "0198c0de-0000-7000-8000-000000000003"}

    answer = sqlite_office.post("/referrals", {**body, **other}, role=Role.CASEWORKER)

    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")
