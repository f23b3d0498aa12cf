"""Whose child a provider's alert is about, and which council hears of it, whatever was mistaken."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.concerns.test_a_concern_over_http import LEAD, Lived
from tests.support.placing import child
from tests.support.registers import NOTTINGHAM, done, refused
from tests.support.service import Office


@pytest.mark.covers("6-03", "R-233")
def test_an_alert_on_a_placement_of_the_wrong_child_is_about_the_right_one_or_about_the_home(
    sqlite_office: Office,
) -> None:
    office, lived = sqlite_office, Lived(sqlite_office)
    base = f"/placements/{lived.placement_id}"
    read = office.get(base)
    word = {
        "reason": "It was her cousin who moved in.",
        "approved_by": "morgan-manager",
        "corrects": read.json()["start"]["corrects_next"],
    }
    etag = read.headers["ETag"]
    done(office.post(f"{base}/start-voids", word, if_match=etag, role=Role.TEAM_MANAGER))

    of_home = told(lived)
    assert (of_home["children"], of_home["placements"]) == ([], [])
    assert (of_home["setting_id"], of_home["about_provider"]) == (lived.home, lived.provider_id)

    right = child(office)
    anew = {"case_id": right, "setting_id": lived.home, "at": "2026-03-09"}
    start = anew | {"in_place_of": lived.placement_id}
    again = done(office.post("/placements/starts", start, role=Role.CASEWORKER))
    of_child = told(lived)
    assert of_child["children"] == [right]
    assert of_child["placements"] == [again["ids"]["placement_id"]]

    office.quiet()
    for_wrong = office.get(f"/cases/{lived.case_id}", role=Role.CASEWORKER).json()
    assert for_wrong["concerns"] == []
    read_by_provider = office.get("/own-concerns", **lived.theirs).text
    assert lived.case_id not in read_by_provider
    assert right not in read_by_provider
    assert again["ids"]["placement_id"] not in read_by_provider


def told(lived: Lived) -> Any:
    """What its council reads of an alert that the provider raised on its placement."""
    raised = done(lived.office.post("/concerns", lived.alert(), **lived.theirs))
    return lived.office.get(f"/concerns/{raised['ids']['concern_id']}", **LEAD).json()


@pytest.mark.covers("R-238")
def test_the_council_whose_register_lists_a_home_hears_of_it_whatever_council_the_token_names(
    sqlite_office: Office,
) -> None:
    office, lived = sqlite_office, Lived(sqlite_office)
    theirs = {**lived.theirs, "authority": NOTTINGHAM}
    of_home = lived.alert(placements=[], setting_id=lived.home)

    raised = done(office.post("/concerns", of_home, key="told-once-0001", **theirs))
    again = done(office.post("/concerns", of_home, key="told-once-0001", **theirs))
    assert raised["ids"] == again["ids"]
    path = f"/concerns/{raised['ids']['concern_id']}"
    assert office.get(path, **LEAD).json()["setting_id"] == lived.home
    assert office.get(path, authority=NOTTINGHAM, **LEAD).status_code == 404
    stream = path.replace("/concerns/", "concern-")
    assert lived.tasks(stream) == {"TRIAGE_CONCERN"}
    of_child = office.post("/concerns", lived.alert(), **theirs)
    assert refused(of_child) == (404, "NOT_FOUND")
    others = {**lived.others, "authority": NOTTINGHAM}
    assert refused(office.post("/concerns", of_home, **others)) == (404, "NOT_FOUND")
