"""What changed and who met about it, over HTTP."""

import pytest

from application.access.principal import Role
from tests.support.placing import done, proposed, refused
from tests.support.service import Office


@pytest.mark.covers("C-PKG-TRIG", "C-DISRUPT")
def test_a_placement_shakes_is_met_about_and_breaks_down_all_the_same(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    changed = {"on": "2026-04-14", "kind": "excluded_from_school", "told_by": "provider"}
    met = {"on": "2026-04-20", "attendees": ["carer"], "plan": "Two evenings with a mentor."}
    looked_back = {
        "on": "2026-06-12",
        "attendees": ["carer", "iro"],
        "findings": "The move to another school was not prepared.",
        "learning": "A mentor before the move.",
    }

    done(placing.act("significant-changes", changed, role=Role.CASEWORKER))
    done(placing.act("stability-meetings", met, role=Role.CASEWORKER))
    too_soon = placing.act("disruption-meetings", looked_back, role=Role.CASEWORKER)
    assert refused(too_soon)[:2] == (409, "WRONG_STATE")
    sqlite_office.quiet()
    assert placing.clock("C-PKG-TRIG")["due"] == "2026-04-28T22:59:59Z"
    done(placing.end("2026-06-01"))
    sqlite_office.quiet()
    assert placing.clock("C-DISRUPT")["due"] == "2026-06-29T22:59:59Z"
    done(placing.act("disruption-meetings", looked_back, role=Role.CASEWORKER))
    sqlite_office.quiet()

    assert placing.clock("C-DISRUPT")["outcome"] == "met"
    shown = placing.read()["stability"]
    assert shown["changes"][0]["kind"] == "excluded_from_school"
    assert shown["stability_meetings"][0]["plan"].startswith("Two evenings")
    assert shown["disruption_meetings"][0]["learning"] == "A mentor before the move."
    priced = placing.read(role=Role.FINANCE_OFFICER)["stability"]
    assert priced["disruption_meetings"][0]["findings"] is None
    refusal = placing.act("significant-changes", changed, role=Role.FINANCE_OFFICER)
    assert refusal.status_code == 403
