"""The residential panel over HTTP: its agenda is every child in residential care."""

import pytest

from application.access.principal import Role
from domain.setting.registration import RegistrationKind
from domain.shared.vocabulary import Provision
from tests.interface.panels.test_joint_funding_panel import HEAD, SEATS
from tests.interface.placements.test_visits import moved_in
from tests.support.placing import done, open_house
from tests.support.registers import MANAGER, NOTTINGHAM
from tests.support.service import Office


@pytest.mark.covers("2-051", "C-PANEL-MONTH", "R-35", "R-221")
def test_who_lives_in_residential_care_is_looked_at_every_month_with_a_view_to_a_step_down(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    house = open_house(
        office, provision=Provision.CHILDRENS_HOME, registered=RegistrationKind.CHILDRENS_HOME
    )
    living = moved_in(office, "2026-03-09T10:00:00Z", house)
    moved_in(office, "2026-03-09T10:00:00Z")
    assert living.clock("C-PANEL-MONTH")["due"] == "2026-04-09T22:59:59Z"

    called = {"kind": "residential", "sits_on": "2026-04-01", "seats": SEATS}
    panel = f"/panels/{done(office.post('/panels', called, **MANAGER))['ids']['panel_id']}"
    put = done(office.post(f"{panel}/residents", {}, role=Role.BROKER))
    assert put["caused"] == ["panel.child_put.v1"]
    assert done(office.post(f"{panel}/residents", {}, role=Role.BROKER))["caused"] == []
    present = ["hollis-head-of-service", "ivy-icb"]
    done(office.post(f"{panel}/meetings", {"on": "2026-04-01", "present": present}, **MANAGER))
    answer = office.get(panel, **HEAD)
    (item,) = answer.json()["items"]
    assert (item["case_id"], item["placement_id"]) == (living.case_id, living.placement_id)
    assert office.get(panel, **{**HEAD, "authority": NOTTINGHAM}).status_code == 404

    decision = {"item_id": item["item_id"], "outcome": "agree", "step_down": "to_explore"}
    seen = answer.headers["ETag"]
    done(office.post(f"{panel}/decisions", decision, if_match=seen, **HEAD))
    office.quiet()

    clocks = office.get(f"/cases/{living.case_id}/clocks").json()["clocks"]
    monthly = [(c["due"][:10], c["outcome"]) for c in clocks if c["code"] == "C-PANEL-MONTH"]
    assert monthly == [("2026-04-09", "met"), ("2026-05-01", "running")]
    assert "a step down: to explore" in office.get(f"/cases/{living.case_id}/timeline").text
