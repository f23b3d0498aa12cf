"""Package reviews over HTTP: what they find, what they change and what they leave as it is."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.placing import Placing, done, proposed, refused
from tests.support.service import Office


def course(placing: Placing, **times: Any) -> Any:
    answer = placing.office.get(f"/cases/{placing.case_id}/reviews", times)
    assert answer.status_code == 200, answer.text
    return answer.json()


def matrix(placing: Placing) -> tuple[int, bool]:
    found = placing.office.get(f"/cases/{placing.case_id}").json()["matrix"]
    return found["half_hours"], found["bespoke_24_7"]


@pytest.mark.covers("6-33", "6-34", "6-76", "4-084", "4-171", "2-024", "R-33", "R-220", "R-36")
def test_what_a_review_finds_is_the_childs_matrix_and_course_and_changes_no_agreement(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    agreed = placing.read()["agreement"]
    told = {"recommendations": "Fewer hours.", "childs_views": "I cook now."}
    too_many = placing.review("2026-03-20", matrix_half_hours=54)
    assert refused(too_many)[:2] == (422, "MATRIX_OUT_OF_RANGE")
    own = {"matrix_half_hours": 54, "bespoke_24_7_approved_by": "demo-broker"}
    assert refused(placing.review("2026-03-20", **own))[:2] == (403, "CONFLICT_OF_INTEREST")
    done(placing.review("2026-03-20", matrix_half_hours=10, **told))
    sqlite_office.quiet()

    assert matrix(placing) == (10, False)
    after = placing.read()["agreement"]
    assert (after, after["terms"]["half_hours"]) == (agreed, 20)

    asked = {"on": "2026-03-21", "kind": "young_person_asks", "told_by": "young_person"}
    done(placing.act("significant-changes", asked, role=Role.CASEWORKER))
    sqlite_office.quiet()
    wanted = placing.clock("C-PKG-TRIG")
    assert (wanted["due"], wanted["outcome"]) == ("2026-04-07T22:59:59Z", "running")
    worse = [{"code": "item_4", "progress": "worse", "evidence": "own_words"}]
    bespoke = {"matrix_half_hours": 54, "bespoke_24_7_approved_by": "morgan-manager"}
    done(placing.review("2026-03-30", ratings=worse, childs_views="It is loud.", **bespoke))
    sqlite_office.quiet()
    assert placing.clock("C-PKG-TRIG")["outcome"] == "met"
    assert matrix(placing) == (54, True)

    (outcome,) = course(placing)["outcomes"]
    assert outcome["baseline"] == "Has never cooked."
    assert outcome["counts_towards"] == ["qs3", "qs8", "so4"]
    assert [(each["progress"], each["childs_views"]) for each in outcome["ratings"]] == [
        ("improved", "I cook now."),
        ("worse", "It is loud."),
    ]
    before = course(placing, as_at="2026-03-25")
    assert [each["matrix_half_hours"] for each in before["package"]] == [10]
    assert len(before["outcomes"][0]["ratings"]) == 1


@pytest.mark.covers("R-34", "R-36", "R-222")
def test_the_hours_that_the_young_person_confirms_are_held_against_those_bought(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    week = {"week": "2026-03-16", "on": "2026-03-24"}
    done(placing.act("support-weeks", {**week, "individual": 14, "shared": 4}))
    said = {"half_hours": 12, "said_by": "young_person", "words": "Nobody came on Friday."}
    done(placing.act("support-answers", {**week, **said}, role=Role.CASEWORKER))
    none = {"individual": 0, "shared": 0}
    in_vain = placing.act("support-weeks", {**week, "week": "2026-03-17"} | none)
    assert refused(in_vain)[:2] == (422, "TERMS_CONTRADICT")
    sqlite_office.quiet()

    (shown,) = course(placing)["support"]
    assert (shown["placement_id"], shown["shortfall_half_hours"]) == (placing.placement_id, 8)
    (first,) = shown["weeks"]
    assert (first["bought"], first["confirmed"], first["disputed"]) == (20, 12, True)
    assert first["words"] == "Nobody came on Friday."
    timeline = sqlite_office.get(f"/cases/{placing.case_id}/timeline").text
    assert "Nobody came" not in timeline
    assert "by the young person's word: 6 hours" in timeline
