"""Every refusal of a search over HTTP, by its code."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from application.shared.office import stream_of
from tests.support.market import (
    DPS,
    SECTIONS,
    Search,
    Seller,
    ready_to_publish,
    referral_of,
    search,
    seller,
    suspend,
)
from tests.support.service import Office

TOLD = {"team_manager_approval": "morgan-manager", "assessment_reference": "A-17"}


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.refuses("MISSING_INFORMATION")
def test_everything_that_a_request_lacks_is_named_at_once(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write(SECTIONS[:10])

    answer = found.act("submissions", {}, Role.CASEWORKER)

    assert refused(answer) == (422, "MISSING_INFORMATION")
    assert answer.json()["missing"] == [
        "sections.plans",
        "sections.views",
        "sections.budget",
        "team_manager_approval",
        "assessment_reference",
    ]


@pytest.mark.refuses("MATRIX_MISSING")
def test_support_is_not_asked_for_without_a_matrix(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write()

    assert refused(found.act("submissions", TOLD, Role.CASEWORKER)) == (422, "MATRIX_MISSING")


@pytest.mark.covers("R-02")
@pytest.mark.refuses("AGE_OUTSIDE_CATEGORY")
def test_a_lot_for_other_ages_is_refused(sqlite_office: Office) -> None:
    found = search(sqlite_office, scope="both")
    found.write()
    found.submit()
    young = {"born_on": "2012-05-01", "source": "passport"}
    amended = {"birth_date": young, "reason": "A passport was found."}
    case = f"/cases/{found.case_id}"
    sqlite_office.post(f"{case}/identity-amendments", amended, if_match='"3"')

    answer = found.act("acceptances", {"contract_id": str(DPS), "lot": "2.1"})

    assert refused(answer) == (422, "AGE_OUTSIDE_CATEGORY")


@pytest.mark.parametrize("what", ["external-search-approvals", "publications"])
@pytest.mark.refuses("IN_HOUSE_NOT_EXHAUSTED")
def test_in_house_comes_first(sqlite_office: Office, what: str) -> None:
    found = search(sqlite_office)
    found.write()
    found.submit()
    found.accept()
    bodies: Mapping[str, tuple[Mapping[str, Any], Role]] = {
        "external-search-approvals": (
            {"budget_heading": "external_16_plus", "indicative_weekly_pence": 1},
            Role.NOMINATED_OFFICER,
        ),
        "publications": (found.publication(), Role.BROKER),
    }
    seller(sqlite_office)

    assert refused(found.act(what, *bodies[what])) == (422, "IN_HOUSE_NOT_EXHAUSTED")


def test_nothing_in_house_is_not_said_without_saying_what(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write()
    found.submit()
    found.accept()
    found.done("in-house-searches", {})

    assert refused(found.act("in-house-exhaustions", {})) == (422, "MISSING_INFORMATION")


@pytest.mark.refuses("CONFLICT_OF_INTEREST")
def test_whoever_submitted_does_not_approve(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write()
    found.submit()
    found.accept()
    found.done("in-house-searches", {})
    found.done("in-house-exhaustions", {"none_exists": "no_own_provision"})
    approval = {"budget_heading": "external_16_plus", "indicative_weekly_pence": 1}

    answer = found.act("external-search-approvals", approval, Role.DCS, subject="demo-caseworker")

    assert refused(answer) == (403, "CONFLICT_OF_INTEREST")


@pytest.mark.covers("4-110")
@pytest.mark.parametrize("slip", ["Otter likes cooking.", "Her home is DE1 2GQ.", "NHS 9990000018"])
def test_a_pack_with_an_identifier_in_it_is_not_published(sqlite_office: Office, slip: str) -> None:
    seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    body = found.publication()
    body = {**body, "pack": {**body["pack"], "summary": slip}}

    answer = found.act("publications", body)

    assert refused(answer) == (422, "REDACTION_NOT_CONFIRMED")
    assert answer.json()["fields"] == ["summary"]
    assert slip not in answer.text


@pytest.mark.covers("4-110")
def test_a_kind_of_risk_that_names_the_child_is_not_published(sqlite_office: Office) -> None:
    seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    body = found.publication()
    risks = [{"category": "threats_to_otter", "level": "high"}]

    answer = found.act("publications", {**body, "pack": {**body["pack"], "risks": risks}})

    assert refused(answer) == (422, "REDACTION_NOT_CONFIRMED")
    assert answer.json()["fields"] == ["risks"]


def test_a_pack_that_nobody_certified_is_not_published(sqlite_office: Office) -> None:
    seller(sqlite_office)
    found = ready_to_publish(sqlite_office)

    answer = found.act("publications", found.publication(certified_by=None))

    assert refused(answer) == (422, "REDACTION_NOT_CONFIRMED")


@pytest.mark.covers("4-094")
@pytest.mark.refuses("NOT_ON_LOT")
def test_who_is_not_on_the_lot_is_not_asked(sqlite_office: Office) -> None:
    outsider = seller(sqlite_office, lot="1.1")
    found = ready_to_publish(sqlite_office)

    named = found.act("publications", found.publication(audience=[str(outsider.provider_id)]))
    everybody = found.act("publications", found.publication())

    assert refused(named) == (422, "NOT_ON_LOT")
    assert named.json()["providers"] == [str(outsider.provider_id)]
    assert refused(everybody) == (422, "MISSING_INFORMATION")


@pytest.mark.refuses("PROVIDER_SUSPENDED")
def test_who_is_suspended_is_refused_by_name_and_left_out_of_a_lot(sqlite_office: Office) -> None:
    active, suspended = seller(sqlite_office), seller(sqlite_office)
    suspend(sqlite_office, suspended)
    found = ready_to_publish(sqlite_office)

    named = found.act("publications", found.publication(audience=[str(suspended.provider_id)]))
    found.publish()

    assert refused(named) == (422, "PROVIDER_SUSPENDED")
    asked = [each["provider_id"] for each in found.read()["invitations"]]
    assert asked == [str(active.provider_id)]


def test_a_provider_that_is_not_known_is_not_found(sqlite_office: Office) -> None:
    found = ready_to_publish(sqlite_office)

    answer = found.act("publications", found.publication(audience=[str(uuid4())]))

    assert refused(answer) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"setting_id": None}, "MISSING_INFORMATION"),
        ({"price": []}, "MISSING_INFORMATION"),
        ({"half_hours": 51}, "MATRIX_OUT_OF_RANGE"),
    ],
)
def test_an_offer_that_does_not_fit_is_refused(
    sqlite_office: Office, changed: Mapping[str, Any], code: str
) -> None:
    asked = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()

    assert refused(found.offer(asked, **changed)) == (422, code)


def test_an_offer_is_not_chosen_for_a_start_at_another_age(sqlite_office: Office) -> None:
    asked = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    offer_id = found.offer(asked, earliest_start="2029-01-01").json()["ids"]["offer_id"]
    sqlite_office.quiet()

    answer = found.act("preferred-offers", found.choice(offer_id))

    assert refused(answer) == (422, "AGE_OUTSIDE_CATEGORY")


@pytest.mark.covers("6-35")
def test_a_place_that_was_free_before_the_16th_birthday_is_chosen_for_the_day_it_is_needed(
    sqlite_office: Office,
) -> None:
    asked = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    offer_id = found.offer(asked, earliest_start="2023-06-01").json()["ids"]["offer_id"]
    sqlite_office.quiet()

    chosen = found.done("preferred-offers", found.choice(offer_id))

    stream = stream_of("placement", chosen.json()["ids"]["placement_id"])
    (proposed,) = sqlite_office.running.streams.read(stream).facts
    assert proposed.starts_on == found.today + timedelta(days=7)


def test_another_providers_home_is_not_ones_own_to_offer(sqlite_office: Office) -> None:
    asked, other = seller(sqlite_office), seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()

    answer = found.offer(asked, setting_id=str(other.setting_id))

    assert refused(answer) == (404, "NOT_FOUND")


@pytest.mark.refuses("WRONG_STATE")
def test_an_invitation_is_answered_once(sqlite_office: Office) -> None:
    asked, _ = seller(sqlite_office), seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    found.offer(asked)

    assert refused(found.offer(asked)) == (409, "WRONG_STATE")


def chosen(office: Office) -> tuple[Search, Seller, str]:
    """A search whose one offer is preferred."""
    asked = seller(office)
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(asked).json()["ids"]["offer_id"]
    office.quiet()
    found.done("preferred-offers", found.choice(offer_id))
    return found, asked, offer_id


def plan(found: Search, shares: int, price: int = 90_000) -> Mapping[str, Any]:
    return {
        "price": [{"kind": "accommodation", "weekly_pence": price}],
        "shares": [{"heading": "social_care", "weekly_pence": shares, "lead": True}],
        "starts_on": (found.today + timedelta(days=7)).isoformat(),
    }


@pytest.mark.covers("R-11")
@pytest.mark.parametrize(("shares", "price"), [(89_999, 90_000), (80_000, 80_000)])
@pytest.mark.refuses("FUNDING_SPLIT_UNBALANCED")
def test_shares_that_do_not_come_to_the_offer_are_refused(
    sqlite_office: Office, shares: int, price: int
) -> None:
    found, _, _ = chosen(sqlite_office)

    answer = found.act("funding-requests", plan(found, shares, price))

    assert refused(answer) == (422, "FUNDING_SPLIT_UNBALANCED")


def test_nobody_authorises_what_they_asked_for_or_beyond_their_limit(
    sqlite_office: Office,
) -> None:
    found, _, _ = chosen(sqlite_office)
    found.done("funding-requests", plan(found, 90_000))

    own = found.act("funding-authorisations", {}, Role.FUNDING_AUTHORISER, subject="demo-broker")
    without_limit = found.act("funding-authorisations", {}, Role.NOMINATED_OFFICER)
    as_broker = found.act("funding-authorisations", {}, Role.BROKER)

    assert refused(own) == (403, "CONFLICT_OF_INTEREST")
    assert refused(without_limit) == (403, "NOT_PERMITTED")
    assert refused(as_broker) == (403, "NOT_PERMITTED")


def test_a_choice_is_made_by_two_people_who_say_why(sqlite_office: Office) -> None:
    one, other = seller(sqlite_office), seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    offer_id, other_id = (found.offer(each).json()["ids"]["offer_id"] for each in (one, other))
    sqlite_office.quiet()

    alone = found.act("preferred-offers", found.choice(offer_id, jointly_with="demo-broker"))
    unexplained = found.act("preferred-offers", found.choice(offer_id))

    assert refused(alone) == (403, "CONFLICT_OF_INTEREST")
    assert refused(unexplained) == (422, "MISSING_INFORMATION")
    assert unexplained.json()["missing"] == [f"others_not_chosen.{other_id}"]


@pytest.mark.parametrize(
    ("what", "role"),
    [
        ("submissions", Role.BROKER),
        ("acceptances", Role.CASEWORKER),
        ("external-search-approvals", Role.BROKER),
        ("publications", Role.CASEWORKER),
        ("preferred-offers", Role.COMMISSIONING_MANAGER),
        ("withdrawals", Role.AUDITOR),
    ],
)
@pytest.mark.refuses("NOT_PERMITTED")
def test_the_wrong_role_is_refused(sqlite_office: Office, what: str, role: Role) -> None:
    found = search(sqlite_office)
    bodies: Mapping[str, Mapping[str, Any]] = {
        "submissions": TOLD,
        "acceptances": {"contract_id": str(DPS), "lot": "2.1"},
        "external-search-approvals": {"budget_heading": "x", "indicative_weekly_pence": 1},
        "publications": found.publication(),
        "preferred-offers": found.choice(str(uuid4())),
        "withdrawals": {"reason": "duplicate"},
    }

    assert refused(found.act(what, bodies[what], role)) == (403, "NOT_PERMITTED")


@pytest.mark.refuses("VERSION_CONFLICT")
def test_a_decision_names_the_version_it_rests_on(office: Office) -> None:
    found = search(office)
    found.write()
    found.submit()
    acceptance = {"contract_id": str(DPS), "lot": "2.1"}

    unnamed = office.post(f"{found.path}/acceptances", acceptance)
    stale = office.post(f"{found.path}/acceptances", acceptance, if_match='"1"')

    assert refused(unnamed) == (428, "IF_MATCH_REQUIRED")
    assert refused(stale) == (412, "VERSION_CONFLICT")
    assert stale.json()["newest_by"] == "demo-caseworker"


@pytest.mark.covers("R-41")
@pytest.mark.refuses("NOT_FOUND")
def test_another_authoritys_referral_or_child_is_not_there(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    elsewhere: dict[str, Any] = {"authority": "E06000018", "role": Role.BROKER}

    read = sqlite_office.get(found.path, **elsewhere)
    listed = sqlite_office.get("/referrals", **elsewhere)
    begun = sqlite_office.post("/referrals", referral_of(sqlite_office, found.case_id), **elsewhere)

    assert (read.status_code, begun.status_code) == (404, 404)
    assert listed.json()["referrals"] == []
