"""The Careline at 21:15 on a Friday: taken on, published, telephoned, and told in full."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_response_windows import StartedAt, started_at
from tests.support.market import CHILD, DPS, LOT, Search, Seller, referral_of, seller
from tests.support.service import Office

__all__ = ["started_at"]

NIGHT = Role.OUT_OF_HOURS
SETTING_UP = timedelta(minutes=30)
ESSENTIALS = {
    "needs": "A calm adult and a room of their own.",
    "risks": "May leave in the night.",
    "health": "Carries an inhaler.",
}
PARTS = (
    ("history", "needs", "risk"),
    ("education", "health", "identity"),
    ("family", "plans", "views"),
)


def taken_on(office: Office) -> Search:
    """As far as the market, by the Careline alone with two officers on the telephone."""
    opened = office.post("/cases", CHILD, role=NIGHT)
    case_id = opened.json()["ids"]["case_id"]
    body = {**referral_of(office, case_id, "urgent"), "emergency": True}
    drafted = office.post("/referrals", body, role=NIGHT)
    found = Search(office, case_id, drafted.json()["ids"]["referral_id"])
    led_to_the_market_at_night(found)
    return found


def led_to_the_market_at_night(found: Search, **asked: Any) -> None:
    """By the Careline alone, with two officers on the telephone."""
    details = {
        "provision": "supported_accommodation",
        "lot_wanted": LOT,
        "duration": "short",
        "location": "in_area",
        "sharing": "either",
        **asked,
    }
    names = ("request", "child", "contacts", "risk", "family", "views")
    sections = dict.fromkeys(names, "What is known tonight.")
    found.done("sections", {"sections": sections, "request": details}, NIGHT)
    said = found.office.running.clock.now().isoformat()
    told = {"team_manager_approval": "morgan-manager", "assessment_reference": "Brief, 21:05"}
    found.done("submissions", {**told, "approval_given_at": said}, NIGHT)
    found.done("acceptances", {"contract_id": str(DPS), "lot": LOT}, NIGHT)
    bypass = {"officer": "morgan-manager", "at": said, "reason": "emergency", "text": "Nobody."}
    found.done("spoken-in-house-bypasses", bypass, NIGHT)
    approval = {"budget_heading": "external_16_plus", "indicative_weekly_pence": 120_000}
    spoken = {**approval, "officer": "nadia-nominated", "at": said}
    found.done("spoken-external-search-approvals", spoken, NIGHT)


def publication(search: Search, **changed: Any) -> Mapping[str, Any]:
    pack = search.publication()["pack"]
    return {"pack": pack, "essentials": ESSENTIALS, "certified_by": "olly", **changed}


def due(office: Office, code: str) -> datetime | None:
    listed = office.get("/clocks", {"limit": 50}, role=Role.BROKER).json()["clocks"]
    found = [each["due"] for each in listed if each["code"] == code]
    return datetime.fromisoformat(found[0]) if found else None


def near(told: datetime | None, wanted: datetime) -> bool:
    return told is not None and timedelta() <= told - wanted < timedelta(minutes=1)


def read(office: Office, search: Search, who: Seller) -> Any:
    return office.get(f"/invitations/{search.invitation(who)}", **who.user).json()


@pytest.mark.covers("6-69", "R-08", "4-126", "4-128", "C-INFO-72", "C-EMERG-SAMEDAY")
def test_a_friday_night_is_no_obstacle(started_at: StartedAt) -> None:  # a fixture
    friday = datetime(2026, 3, 6, 21, 15, tzinfo=UTC)
    with started_at(friday - SETTING_UP) as office:
        asked, other = seller(office), seller(office)
        search = taken_on(office)
        office.move_clock(friday)
        leaking = publication(search, essentials={**ESSENTIALS, "health": "Otty is allergic."})
        refused = search.act("emergency-publications", leaking, NIGHT).json()
        assert (refused["code"], refused["fields"]) == ("REDACTION_NOT_CONFIRMED", ["health"])
        named = publication(search, essentials={**ESSENTIALS, "name": "Somebody."})
        assert search.act("emergency-publications", named, NIGHT).json()["fields"] == ["name"]

        search.done("emergency-publications", publication(search), NIGHT)
        office.quiet()
        call = {
            "provider_id": str(other.provider_id),
            "at": office.running.clock.now().isoformat(),
            "outcome": "spoke",
        }
        search.done("telephone-contacts", call, NIGHT)
        search.answer(asked, "views", {})
        office.quiet()

        (shown,) = read(office, search, asked)["released"]["packs"]
        assert shown["stage"] == "emergency"
        assert shown["fields"]["health"] == "Carries an inhaler."
        assert shown["fields"]["birth"].endswith("years")
        assert "name" not in shown["fields"]
        assert len(search.read()["invitations"]) == 2
        word = search.read()["submission"]["spoken"]
        assert (word["recorded_by"], word["at"] < friday.isoformat()) == ("demo-out_of_hours", True)
        assert near(due(office, "C-INFO-72"), datetime(2026, 3, 9, 21, 15, tzinfo=UTC))
        assert due(office, "C-EMERG-SAMEDAY") == datetime(2026, 3, 9, 17, tzinfo=UTC)
        later = office.running.clock.now() + timedelta(seconds=1)
        params = {"provider_id": str(asked.provider_id), "at": later.isoformat()}
        seen = office.get(f"{search.path}/packs", params, role=Role.AUDITOR).json()
        assert [each["stage"] for each in seen] == ["published", "emergency"]
        assert seen[1]["sha256"] == shown["sha256"]


@pytest.mark.parametrize(
    ("shared", "full_by"),
    [
        pytest.param(
            "2026-03-27T18:00:00+00:00",
            "2026-03-30T19:00:00+01:00",
            marks=pytest.mark.covers("T24", "R-08", "C-INFO-72"),
        ),
        pytest.param(
            "2026-10-23T18:00:00+01:00",
            "2026-10-26T17:00:00+00:00",
            marks=pytest.mark.covers("T25", "R-08", "C-INFO-72"),
        ),
    ],
)
def test_72_hours_are_elapsed_time_through_a_clock_change(
    started_at: StartedAt,  # a fixture
    shared: str,
    full_by: str,
) -> None:
    at = datetime.fromisoformat(shared)
    with started_at(at.astimezone(UTC) - SETTING_UP) as office:
        seller(office)
        search = taken_on(office)
        office.move_clock(at)

        search.done("emergency-publications", publication(search), NIGHT)
        office.quiet()

        assert near(due(office, "C-INFO-72"), datetime.fromisoformat(full_by))


@pytest.mark.covers("6-70", "4-129", "R-07", "R-70", "C-INFO-72")
def test_the_clock_stops_with_the_last_part(sqlite_office: Office) -> None:
    office, chosen = sqlite_office, seller(sqlite_office)
    search = taken_on(office)
    search.done("emergency-publications", publication(search), NIGHT)
    search.answer(chosen, "views", {})
    offer_id = search.offer(chosen).json()["ids"]["offer_id"]
    office.quiet()
    early = {"sections": {"history": "Two placements."}}
    assert search.act("information-parts", early, Role.CASEWORKER).status_code == 409
    search.done("preferred-offers", search.choice(offer_id))

    caused = [_supplied(office, search, part) for part in PARTS]
    office.quiet()

    assert caused[-1][-1] == "referral.full_information_supplied.v1"
    assert [len(each) for each in caused] == [1, 1, 2]
    assert due(office, "C-INFO-72") is None
    assert len(read(office, search, chosen)["released"]["information"]) == 9

    fault = {"section": "history", "reason": "name_of_friend"}
    gone = {**fault, "provider_id": str(chosen.provider_id)}
    search.done("information-withdrawals", gone, NIGHT)
    office.quiet()
    shown = read(office, search, chosen)
    assert (len(shown["released"]["information"]), shown["to_delete"]) == (8, True)
    assert "history" not in shown["released"]["information"]
    tasks = office.get("/tasks", role=Role.DPO).json()["tasks"]
    assert [each["code"] for each in tasks] == ["DATA_BREACH_TO_JUDGE"]
    anew = {"sections": {"history": "Two placements."}}
    again = search.done("information-parts", anew, Role.CASEWORKER).json()["caused"]
    assert again[-1] == "referral.full_information_supplied.v1"


def _supplied(office: Office, search: Search, part: tuple[str, ...]) -> Any:
    """What a part causes; until it comes the clock runs."""
    office.quiet()
    assert due(office, "C-INFO-72") is not None
    sections = {"sections": dict.fromkeys(part, "Brambleshade, as it is known.")}
    return search.done("information-parts", sections, Role.CASEWORKER).json()["caused"]


@pytest.mark.covers("6-65", "R-71")
def test_a_leaked_minimum_pack_is_gone_for_good_and_replaced_the_same_night(
    sqlite_office: Office,
) -> None:
    office, read_it, other = sqlite_office, seller(sqlite_office), seller(sqlite_office)
    search = taken_on(office)
    leaking = {**ESSENTIALS, "risks": "Marlowe, her friend, deals."}
    search.done("emergency-publications", publication(search, essentials=leaking), NIGHT)
    office.quiet()
    search.answer(read_it, "views", {})
    office.quiet()
    leaked = read(office, search, read_it)["released"]["packs"][0]["sha256"]

    search.done("pack-withdrawals", {"field": "risks", "reason": "name_of_friend"}, NIGHT)
    office.quiet()
    assert read(office, search, read_it)["released"] is None
    versions = search.read()["packs"]
    assert [each["stage"] for each in versions] == ["published", "emergency"]
    assert versions[1]["sha256"] == leaked
    assert all(each["withdrawn_at"] for each in versions)
    assert [each["opened_by"] for each in versions] == [[str(read_it.provider_id)]] * 2

    summary = {**search.publication()["pack"], "summary": "Needs a quiet place tonight."}
    plain = {"pack": summary, "certified_by": "cert", "material": True, "reason": "needs_changed"}
    assert search.act("publication-amendments", plain).json()["code"] == "MISSING_INFORMATION"
    search.done("emergency-amendments", {**plain, "essentials": ESSENTIALS}, NIGHT)
    office.quiet()
    for who in (read_it, other):
        search.answer(who, "views", {})
        office.quiet()
        (shown,) = read(office, search, who)["released"]["packs"]
        assert shown["fields"]["risks"] == ESSENTIALS["risks"]
