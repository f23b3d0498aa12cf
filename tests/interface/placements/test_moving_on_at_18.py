"""A young person who turned 18 in a home that was to be left by then."""

from datetime import date

import pytest

from application.access.principal import Role
from tests.support.placing import clocks, done, looked_after, proposed
from tests.support.service import Office

CHILDREN_ARE_OWED = ("C-VISIT", "C-NOTIF", "C-PLAN", "C-SREV")


@pytest.mark.covers("6-38", "R-224")
def test_what_a_child_was_owed_is_on_no_list_of_an_adult_and_stays_a_breach(
    sqlite_office: Office,
) -> None:
    living = proposed(sqlite_office, born_on=date(2008, 8, 17))
    looked_after(sqlite_office, living.case_id, "2026-03-02")
    living.started()
    sqlite_office.quiet()

    work = sqlite_office.get("/clocks", {"limit": 100}).json()["clocks"]
    owed = [each["code"] for each in work if each["case_id"] == living.case_id]
    assert "C-LOT-18" in owed
    assert [each for each in owed if each.startswith(CHILDREN_ARE_OWED)] == []
    stopped = {
        each["code"]: (each["outcome"], each["closed_at"])
        for each in clocks(sqlite_office, living.case_id)
        if each["code"].startswith(CHILDREN_ARE_OWED) and each["breached"]
    }
    assert set(stopped.values()) == {("stopped", "2026-08-17")}
    then = clocks(sqlite_office, living.case_id, as_at="2026-08-16")
    overdue = {each["code"] for each in then if each["outcome"] == "running"}
    assert {"C-VISIT-1W", "C-SREV-20"} <= set(stopped) <= overdue
    register = sqlite_office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    assert set(stopped) <= {each["code"] for each in register}
    where = sqlite_office.get(f"/cases/{living.case_id}/whereabouts").json()
    assert "VISIT_OVERDUE" not in [each["code"] for each in where["contradictions"]]


@pytest.mark.covers("6-38", "R-02", "C-AGE-18", "C-LOT-18")
def test_still_there_at_18_is_a_fact_with_breach_and_the_placement_goes_on(
    sqlite_office: Office,
) -> None:
    living = proposed(sqlite_office, born_on=date(2008, 8, 17)).started()
    sqlite_office.quiet()
    said = {"on": "2026-05-10", "to": "own_tenancy", "plan": "A flat by the canal from August."}
    done(living.act("move-on-confirmations", said, role=Role.CASEWORKER))
    sqlite_office.quiet()

    asked = [
        (each["due"][:10], each["outcome"])
        for each in clocks(sqlite_office, living.case_id)
        if each["code"] == "C-AGE-18"
    ]
    assert asked == [("2026-05-17", "met"), ("2026-07-20", "running")]
    assert living.clock("C-LOT-18")["due"][:10] == "2026-08-16"
    register = sqlite_office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    assert "C-LOT-18" in {each["code"] for each in register}
    shown = living.read()
    assert (shown["stage"], shown["move_on"][0]["to"]) == ("active", "own_tenancy")
    assert living.read(role=Role.FINANCE_OFFICER)["move_on"][0]["plan"] is None
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "canal" not in told
    whole = sqlite_office.get(f"/cases/{living.case_id}", {"as_at": "2026-08-17"}).json()
    assert whole["looked_after"] is False
