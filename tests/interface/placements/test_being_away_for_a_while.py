"""A child who is away for a while: whose word, what is asked of people, and what stays as it is."""

from datetime import date
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_visits import moved_in, visit_clocks
from tests.support.placing import Placing, clocks, done, open_house, refused
from tests.support.service import Office

AWAY = {"kind": "other", "since": "2026-03-20", "told_by": "provider", "where": "At a friend's."}


def act(living: Placing, what: str, body: dict[str, Any], **who: Any) -> Any:
    answer = living.office.post(f"/placements/{living.placement_id}/{what}", body, **who)
    living.office.quiet()
    return answer


def report(living: Placing, **said: Any) -> Any:
    return act(living, "provider-reports", said, **living.house.signatory)


def asked(living: Placing) -> int:
    """How often people are asked whether an absence was a new placement."""
    listed = living.office.get("/tasks", {"about": f"placement-{living.placement_id}"})
    return [each["code"] for each in listed.json()["tasks"]].count("DECIDE_ON_ABSENCE")


@pytest.mark.covers("R-195")
def test_more_than_seven_days_away_for_no_reason_is_asked_about_and_ends_nothing(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    before = visit_clocks(living)
    never = AWAY | {"expected_back": "9999-12-31"}
    assert act(living, "temporary-absences", never, role=Role.CASEWORKER).status_code == 422
    told = {"what": "absent", "at": "2026-03-20", "absence": "other"}
    assert report(living, **told, expected_back="9999-12-31").status_code == 422

    done(act(living, "temporary-absences", AWAY, role=Role.CASEWORKER))
    assert visit_clocks(living) == before, "visits go on as if the child were there"
    assert asked(living) == 1
    registers = sqlite_office.running.service.placement.starts.evidence.registers
    home = registers.setting(living.house.setting_id)
    assert home.places().free_on(date(2026, 3, 21)) == 1, "of two: the bed is held"

    back = {"at": "2026-03-25"}
    done(act(living, "temporary-absence-ends", back, role=Role.CASEWORKER))
    assert asked(living) == 0, "it was over in time after all"
    again = AWAY | {"since": "2026-04-01"}
    done(act(living, "temporary-absences", again, role=Role.CASEWORKER))
    assert asked(living) == 1
    late = {"at": "2026-04-09"}
    done(act(living, "temporary-absence-ends", late, role=Role.CASEWORKER))
    assert asked(living) == 1, "eight days: somebody says what it was"
    shown, _ = living.read()["absences"]
    assert (shown["national_code"], shown["until"]) == ("T4", "2026-03-25")
    assert shown["where"] == "At a friend's."
    finance = living.read(role=Role.FINANCE_OFFICER)
    assert finance["absences"][0]["where"] is None
    assert finance["stage"] == "active"
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "away for a while" in told
    assert "friend" not in told


@pytest.mark.covers("R-196", "R-203")
@pytest.mark.refuses("CODE_NOT_IN_FORCE", "NOT_FOUND", "MISSING_INFORMATION", "NOT_PERMITTED")
def test_a_provider_says_itself_what_happened_to_the_child_with_it(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")

    said = report(living, what="absent", at="2026-03-20", absence="holiday")
    assert done(said) == {"placement_id": living.placement_id, "what": "absent"}
    assert "ETag" not in said.headers
    done(report(living, what="back", at="2026-03-27"))
    changed = {"what": "significant_change", "at": "2026-03-28", "change": "excluded_from_school"}
    told = report(living, **changed | {"change": "otter_brambleshade_pregnant"})
    assert refused(told)[:2] == (422, "CODE_NOT_IN_FORCE")
    assert "brambleshade" not in told.text
    done(report(living, **changed))
    done(report(living, what="missing", at="2026-03-30T22:00:00Z", text="Her key worker"))
    done(report(living, what="returned", at="2026-03-31T06:00:00Z"))

    shown = living.read()
    assert [(each["kind"], each["told_by"]) for each in shown["absences"]] == [
        ("holiday", "provider")
    ]
    assert shown["stability"]["changes"][0]["told_by"] == "provider"
    assert "C-PKG-TRIG" in {each["code"] for each in clocks(sqlite_office, living.case_id)}
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "The child went missing." in told

    gap = report(living, what="absent", at="2026-04-02")
    assert refused(gap)[:2] == (422, "MISSING_INFORMATION")
    before = report(living, what="missing", at="2026-03-01")
    assert refused(before)[:2] == (422, "EFFECTIVE_BEFORE_STREAM")
    stranger = {"role": Role.PROVIDER_SIGNATORY, "organisation": living.house.setting_id}
    elsewhere = act(living, "provider-reports", changed, **stranger)
    assert refused(elsewhere)[:2] == (404, "NOT_FOUND")
    council = act(living, "provider-reports", changed, role=Role.CASEWORKER)
    assert refused(council)[:2] == (403, "NOT_PERMITTED")


def standing(living: Placing) -> str:
    found = living.office.get(f"/cases/{living.case_id}/whereabouts").json()["standing"]
    assert isinstance(found, str)
    return found


def to_judge(living: Placing) -> int:
    about = {"about": f"placement-{living.placement_id}"}
    listed = living.office.get("/tasks", about, role=Role.CASEWORKER).json()["tasks"]
    return [each["code"] for each in listed].count("PROVIDERS_WORD_TO_JUDGE")


@pytest.mark.covers("R-201", "R-202")
def test_a_word_of_a_home_that_the_child_left_ends_and_begins_nothing(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    gone = {"kind": "missing", "since": "2026-04-09T20:00:00Z"}
    done(sqlite_office.post(f"/cases/{living.case_id}/absences", gone, role=Role.CASEWORKER))
    known = report(living, what="missing", at="2026-04-09T22:00:00Z", text="Ros Wetherby")
    new = report(living, what="missing", at="2026-03-05")
    assert (known.status_code, set(known.json())) == (201, set(done(new))), "both read alike"
    assert to_judge(living) == 1, "that it is missing already, is told to nobody outside"
    done(report(living, what="returned", at="2026-03-06"))
    done(living.end("2026-04-10"))

    done(report(living, what="returned", at="2026-04-09T21:00:00Z"))
    assert standing(living) == "missing", "the council looks for it still"
    there = {"case_id": living.case_id, "setting_id": str(open_house(sqlite_office).setting_id)}
    done(sqlite_office.post("/placements/starts", there | {"at": "2026-04-12"}))
    assert standing(living) == "in_placement", "who moved in somewhere was back"
    shown = sqlite_office.get(f"/cases/{living.case_id}", role=Role.CASEWORKER).json()
    assert shown["absence"] is None
    done(report(living, what="missing", at="2026-04-01"))
    done(report(living, what="away", at="2026-05-01"))
    assert standing(living) == "in_placement"
    assert to_judge(living) == 4

    words = living.read(role=Role.CASEWORKER)["provider_words"]
    assert [(each["said"], each["why"]) for each in words] == [
        ("missing", "child_had_left"),
        ("returned", "child_had_left"),
        ("missing", "record_says_otherwise"),
        ("away", "child_had_left"),
    ]
    assert words[2]["text"] == "Ros Wetherby"
    finance = living.read(role=Role.FINANCE_OFFICER)["provider_words"]
    assert {each["text"] for each in finance} == {None}
    timeline = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "It changed no record" in timeline
    assert "Wetherby" not in timeline
    anew = {"kind": "missing", "since": "2026-05-01T20:00:00Z"}
    done(sqlite_office.post(f"/cases/{living.case_id}/absences", anew, role=Role.CASEWORKER))
    assert standing(living) == "missing", "again, though nobody told of its return"


@pytest.mark.covers("R-201")
def test_a_home_from_which_nobody_recorded_the_move_says_nothing_by_itself(
    sqlite_office: Office,
) -> None:
    first = moved_in(sqlite_office, "2026-03-02")
    house = open_house(sqlite_office)
    there = {"case_id": first.case_id, "setting_id": str(house.setting_id), "at": "2026-04-10"}
    started = done(sqlite_office.post("/placements/starts", there))["ids"]["placement_id"]
    second = Placing(sqlite_office, first.case_id, house, "", started)

    done(report(first, what="missing", at="2026-05-01T20:00:00Z"))
    assert (standing(first), to_judge(first)) == ("in_placement", 1)
    done(report(second, what="missing", at="2026-05-02T20:00:00Z"))
    assert standing(second) == "missing"
