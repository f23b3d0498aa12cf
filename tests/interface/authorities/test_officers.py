"""A name spelt otherwise is nobody's: officers said on the telephone are looked up (R-121)."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_a_choice_at_night import by_telephone, offered_tonight
from tests.interface.referrals.test_an_emergency_at_night import NIGHT
from tests.support.market import search
from tests.support.placing import child, done, open_house
from tests.support.service import Office

DERBY = "/authorities/E06000015"


def listed(office: Office, officer: str, *roles: str, since: str = "2026-01-01") -> None:
    body = {
        "officer": officer,
        "roles": roles,
        "since": since,
        "source": "Duty rota",
        "approved_by": "dana-director",
    }
    answer = office.post(f"{DERBY}/officers", body, role=Role.COMMISSIONING_MANAGER)
    assert answer.status_code == 201, answer.text


def refusal(answer: Any) -> tuple[int, str, str]:
    return answer.status_code, answer.json()["code"], answer.json()["field"]


@pytest.mark.covers("R-121", "R-103", "R-104")
@pytest.mark.refuses("OFFICER_NOT_LISTED", "CONFLICT_OF_INTEREST")
def test_the_careline_chooses_with_a_broker_who_is_on_the_list_and_not_with_itself(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    found, offer_id = offered_tonight(office)  # no list is kept yet, and nothing is looked up
    listed(office, "blake-broker", "broker")
    listed(office, "morgan-manager", "team_manager")
    itself = by_telephone(found, offer_id, officer="Olly", jointly_with="olly")
    misspelt = by_telephone(found, offer_id, officer="Blake-Broker")
    with_nobody = by_telephone(found, offer_id)

    def chosen(said: Any) -> Any:
        return found.act("spoken-preferred-offers", said, NIGHT)

    assert chosen(itself).json()["code"] == "CONFLICT_OF_INTEREST"
    assert refusal(chosen(with_nobody)) == (422, "OFFICER_NOT_LISTED", "jointly_with")
    listed(office, "olly", "out_of_hours")
    assert refusal(chosen(misspelt)) == (422, "OFFICER_NOT_LISTED", "officer")
    assert chosen(with_nobody).status_code == 201

    read = office.get(f"{DERBY}/officers", {"role": "broker"}, role=NIGHT).json()
    assert [each["officer"] for each in read["officers"]] == ["blake-broker"]


@pytest.mark.covers("R-121", "R-104")
@pytest.mark.refuses("OFFICER_NOT_LISTED")
def test_what_was_said_while_listed_counts_once_the_officer_has_left(sqlite_office: Office) -> None:
    office = sqlite_office
    found, offer_id = offered_tonight(office)
    listed(office, "blake-broker", "broker")
    listed(office, "olly", "out_of_hours")
    said = by_telephone(found, offer_id)
    office.move_clock(office.running.clock.now() + timedelta(days=1))
    office.quiet()
    today = office.running.office.today().isoformat()
    for officer in ("blake-broker", "olly"):
        listed(office, officer, since=today)

    late = {**said, "at": office.running.clock.now().isoformat()}
    refused = found.act("spoken-preferred-offers", late, NIGHT).json()
    assert refused["code"] == "OFFICER_NOT_LISTED"
    found.done("spoken-preferred-offers", said, NIGHT)


@pytest.mark.covers("R-121")
@pytest.mark.refuses("OFFICER_NOT_LISTED")
def test_by_day_a_manager_who_approves_is_on_the_list_as_one(sqlite_office: Office) -> None:
    office = sqlite_office
    listed(office, "morgan-manager", "team_manager")
    listed(office, "blake-broker", "broker")
    found = search(office)
    found.write()
    matrix = {"half_hours": 20, "on": found.today.isoformat()}
    office.post(f"/cases/{found.case_id}/matrices", matrix, role=Role.CASEWORKER)
    told = {"team_manager_approval": "morgan-manager", "assessment_reference": "A-17"}

    for other in ("Morgan-Manager", "blake-broker"):
        sent = found.act("submissions", {**told, "team_manager_approval": other}, Role.CASEWORKER)
        assert refusal(sent) == (422, "OFFICER_NOT_LISTED", "team_manager_approval")
    found.done("submissions", told, Role.CASEWORKER)


@pytest.mark.covers("R-165")
@pytest.mark.refuses("CONFLICT_OF_INTEREST")
def test_nobody_invents_an_officer_and_takes_their_word(sqlite_office: Office) -> None:
    office = sqlite_office
    mo: dict[str, Any] = {"role": Role.COMMISSIONING_MANAGER, "subject": "mo"}
    entry = {"since": "2020-01-01", "source": "Rota", "roles": ["dcs", "funding_authoriser"]}
    alone = office.post(
        f"{DERBY}/officers", {**entry, "officer": "Ghost", "approved_by": "MO"}, **mo
    )
    himself = office.post(f"{DERBY}/officers", {**entry, "officer": "MO", "approved_by": "x"}, **mo)
    for refused in (alone, himself):
        assert (refused.status_code, refused.json()["code"]) == (403, "CONFLICT_OF_INTEREST")

    done(
        office.post(f"{DERBY}/officers", {**entry, "officer": "Ghost", "approved_by": "dana"}, **mo)
    )
    home = open_house(office)
    word = {"officer": "Ghost", "given_at": "2026-03-07T02:00:00Z"}
    start = {"setting_id": str(home.setting_id), "at": "2026-03-07T03:00:00Z", "emergency": True}

    def broke(**who: Any) -> bool:
        said = {"case_id": child(office), **start, "verbal_authority": word}
        placement_id = done(office.post("/placements/starts", said, **who))["ids"]["placement_id"]
        shown = office.get(f"/placements/{placement_id}").json()["start"]["breaches"]
        return "FUNDING_NOT_AUTHORISED" in {each["code"] for each in shown}

    assert broke(**mo)
    assert not broke(role=Role.OUT_OF_HOURS, subject="olly")
