"""A young person turns 16 in care, is planned for, leaves, and the personal adviser comes."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_visits import moved_in
from tests.support.placing import Placing, clocks, done
from tests.support.service import Office


def tell(living: Placing, what: str, body: dict[str, Any]) -> None:
    path = f"/cases/{living.case_id}/{what}"
    done(living.office.post(path, body, role=Role.CASEWORKER))
    living.office.quiet()


def pathway(living: Placing, **times: Any) -> Any:
    answer = living.office.get(f"/cases/{living.case_id}/reviews", times)
    assert answer.status_code == 200, answer.text
    return answer.json()["pathway"]


def owed(living: Placing, **times: Any) -> dict[str, tuple[str, str]]:
    found = clocks(living.office, living.case_id, **times)
    return {
        each["code"]: (each["due"][:10], each["outcome"])
        for each in found
        if each["code"].startswith("C-PA")
    }


@pytest.mark.covers("R-218", "R-219", "C-PATHNEEDS-3M", "C-PATHREV-6M", "C-PAVISIT-7D", "R-36")
def test_the_way_out_of_care_begins_on_the_16th_birthday_and_goes_on_after_care(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-04-02")
    eve, birthday = {"as_at": "2026-05-16"}, {"as_at": "2026-05-17"}
    assert (pathway(living, **eve)["standing"], owed(living, **eve)) == (None, {})
    assert pathway(living, **birthday)["standing"] == "eligible"
    assert owed(living, **birthday) == {"C-PATHNEEDS-3M": ("2026-08-17", "running")}
    lives_at = [
        living.office.get(f"/cases/{living.case_id}", day).json()["lives_at"]["placement_id"]
        for day in (eve, birthday)
    ]
    assert lives_at == [living.placement_id] * 2

    tell(living, "pathway-needs", {"on": "2026-06-15", "views": "My own key."})
    tell(living, "pathway-plans", {"on": "2026-07-01", "agreed": True})
    left = {"on": "2026-09-01", "reason": "E4B"}
    tell(living, "care-ends", left)
    assert pathway(living)["standing"] == "relevant"
    assert owed(living) == {
        "C-PATHNEEDS-3M": ("2026-08-17", "met"),
        "C-PATHREV-6M": ("2027-01-01", "running"),
        "C-PAVISIT-7D": ("2026-09-08", "running"),
    }

    tell(living, "adviser-visits", {"on": "2026-09-07", "seen": True, "views": "All right."})
    asked = {"on": "2026-10-01", "asked_by": "young_person", "participation": "PN1"}
    tell(living, "pathway-reviews", asked | {"views": "Too far.", "attended": ["provider"]})
    now = owed(living)
    assert (now["C-PAVISIT-7D"][1], now["C-PAVISIT-2M"][0]) == ("met", "2026-11-07")
    assert now["C-PATHREV-6M"] == ("2027-04-01", "running")
    shown = pathway(living)
    assert (shown["reviews"][0]["views"], shown["reviews"][0]["attended"]) == (
        "Too far.",
        ["provider"],
    )
    timeline = living.office.get(f"/cases/{living.case_id}/timeline").text
    assert "Too far." not in timeline
    assert "The personal adviser saw the young person." in timeline
