"""A placement from its proposal to its end, each step as people take it."""

from uuid import uuid4

import pytest

from application.access.principal import Role
from domain.setting.state import StayKind
from tests.support.placing import (
    DPS,
    START,
    WEEKLY,
    child,
    done,
    home_of,
    looked_after,
    on_referral,
    open_house,
    proposed,
    refused,
    stay_of,
)
from tests.support.service import Office


@pytest.mark.covers("4-214", "4-218", "4-220", "R-17", "R-18", "R-04")
def test_a_placement_goes_from_proposal_to_its_end(office: Office) -> None:
    placing = proposed(office)
    looked_after(office, placing.case_id)
    assert placing.read()["stage"] == "proposed"

    placing.agreed().introduced()
    done(placing.agree_start())
    agreed = placing.read()
    assert (agreed["stage"], agreed["start_agreed_for"]) == ("start_agreed", "2026-03-09")
    assert agreed["agreement"]["standing"] == "in_force"
    assert agreed["agreement"]["signed_by"] == ["council", "provider"]
    assert agreed["provider_met"] == ["2026-03-04T15:00:00Z"]
    assert agreed["visited"] == ["2026-03-05"]

    done(placing.start("2026-03-09T11:30:00Z"))
    done(placing.review("2026-03-20"))
    active = placing.read()
    assert (active["stage"], active["lives_here"]) == ("active", True)
    assert active["start"]["breaches"] == []
    assert active["package_reviews"] == ["2026-03-20"]

    done(placing.end("2026-06-01"))
    ended = placing.read()
    assert (ended["stage"], ended["lives_here"]) == ("ended", False)
    stay = stay_of(office, placing.house, placing.placement_id)
    assert stay is not None
    assert (stay.from_.isoformat(), str(stay.until), stay.left) == (
        "2026-03-09",
        "2026-06-01",
        True,
    )
    case = office.get(f"/cases/{placing.case_id}", {"as_at": "2026-05-31"}).json()
    assert case["lives_at"]["setting_id"] == str(placing.house.setting_id)


@pytest.mark.covers("4-214", "4-218")
def test_an_agreement_names_its_contract_version_lines_hours_and_outcomes(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office)

    done(placing.draft())

    agreement = placing.read()["agreement"]
    terms = agreement["terms"]
    assert agreement["standing"] == "drafted"
    assert (terms["contract_id"], terms["contract_version"], terms["lot"]) == (str(DPS), 1, "2.2")
    assert [line["weekly"] for line in terms["lines"]] == [65_000, 25_000]
    assert agreement["weekly_pence"] == WEEKLY
    assert terms["half_hours"] == 20
    assert [each["baseline"] for each in terms["outcomes"]] == ["Has never cooked."]


def test_finance_sees_the_money_and_not_the_story(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.draft())

    shown = placing.read(Role.FINANCE_OFFICER)["agreement"]

    assert shown["weekly_pence"] == WEEKLY
    assert shown["terms"]["outcomes"] == []


def test_the_other_order_of_signatures_does_as_well(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.draft())
    done(placing.act("agreement-issues", {}))

    done(placing.sign("provider"))
    assert placing.read()["agreement"]["standing"] == "issued"
    caused = done(placing.sign("council"))["caused"]

    assert caused == ["placement.agreement_signed.v1", "placement.agreement_in_force.v1"]


def test_only_the_placements_own_provider_can_sign_for_it(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.draft())
    done(placing.act("agreement-issues", {}))

    assert refused(placing.sign("provider", organisation=uuid4()))[:2] == (404, "NOT_FOUND")
    assert refused(placing.sign("provider", role=Role.PROVIDER_RESPONDER))[:2] == (
        403,
        "NOT_PERMITTED",
    )
    done(placing.sign("provider"))


def test_a_placement_of_another_council_is_not_found(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)

    answer = sqlite_office.get(placing.path, authority="E06000018")

    assert refused(answer)[:2] == (404, "NOT_FOUND")


@pytest.mark.covers("6-08")
def test_calling_a_placement_off_frees_its_place(office: Office) -> None:
    house = open_house(office, places=1)
    placing = proposed(office, house)
    reserved = stay_of(office, house, placing.placement_id)
    assert reserved is not None
    assert (reserved.kind, reserved.from_) == (StayKind.RESERVED, START)

    done(placing.act("cancellations", {"reason": "child_declined"}))

    assert placing.read()["stage"] == "not_started"
    assert home_of(office, house).places().free_on(START) == 1
    assert proposed(office, house).read()["stage"] == "proposed"


def test_letting_the_offer_go_calls_the_placement_off_too(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=1)
    placing = proposed(sqlite_office, house, funded=False)

    let_go = {"reason": "child_refused"}
    done(on_referral(sqlite_office, placing.referral_id, "preferred-offer-deselections", let_go))

    assert placing.read()["stage"] == "not_started"
    assert home_of(sqlite_office, house).places().free_on(START) == 1


def test_calling_off_twice_is_refused_the_second_time(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, funded=False)
    done(placing.act("cancellations", {"reason": "child_declined"}))

    again = placing.act("cancellations", {"reason": "child_declined"})

    assert refused(again)[:2] == (409, "WRONG_STATE")


def test_a_start_after_it_was_called_off_is_still_a_fact(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.act("cancellations", {"reason": "child_declined"}))

    done(placing.start())

    shown = placing.read()
    assert (shown["stage"], shown["lives_here"]) == ("active", True)
    assert "WRONG_STATE" in [each["code"] for each in shown["start"]["breaches"]]
    stay = stay_of(sqlite_office, placing.house, placing.placement_id)
    assert stay is not None
    assert stay.kind is StayKind.OCCUPIED


def test_the_same_request_sent_twice_starts_one_placement(sqlite_office: Office) -> None:
    house, case_id = open_house(sqlite_office), child(sqlite_office)
    body = {
        "case_id": case_id,
        "setting_id": str(house.setting_id),
        "at": "2026-03-07T02:10:00Z",
    }

    first = sqlite_office.post("/placements/starts", body, key="the-same-key")
    second = sqlite_office.post("/placements/starts", body, key="the-same-key")

    assert first.json()["ids"] == second.json()["ids"]
    assert first.headers["Location"] == second.headers["Location"]
    assert sqlite_office.get(first.headers["Location"].removeprefix("/v1")).status_code == 200
