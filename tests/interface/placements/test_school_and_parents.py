"""Approvals of a move in key stage 4, and of a child in care who lives with its parents."""

from datetime import date

import pytest

from application.access.principal import Role
from domain.placement.approving import ASKED, ApprovalKind
from domain.shared.vocabulary import Provision
from tests.support.approving import HEAD, approve, ask, record, waiting
from tests.support.placing import child, done, looked_after, open_house, proposed, refused
from tests.support.service import Office

IN_YEAR_11 = date(2010, 3, 1)


@pytest.mark.covers("R-130")
@pytest.mark.refuses("KS4_NOT_APPROVED")
def test_a_move_in_year_11_says_what_it_means_for_school_and_waits_if_it_disrupts(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office, born_on=IN_YEAR_11).agreed().introduced()
    unsaid = placing.agree_start(key_stage_4=None)
    assert (refused(unsaid)[1], unsaid.json()["missing"]) == (
        "MISSING_INFORMATION",
        ["key_stage_4"],
    )
    disrupts = {"key_stage_4": "disrupted"}
    assert refused(placing.agree_start(**disrupts)) == (
        422,
        "KS4_NOT_APPROVED",
        "SI 2010/959, reg. 10; docs/domain/02, 2.11",
    )

    done(record(placing, *ASKED[ApprovalKind.KEY_STAGE_4]))
    done(ask(placing, "key_stage_4", "Her GCSEs are in May; the college nearby teaches the same."))
    about = f"placement-{placing.placement_id}"
    assert ("KS4_NOT_APPROVED", about) in waiting(sqlite_office, Role.NOMINATED_OFFICER)
    done(approve(placing, "key_stage_4", **HEAD))

    done(placing.agree_start(**disrupts))


@pytest.mark.covers("R-151")
def test_a_refusal_is_not_undone_by_another_word_for_the_move(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, born_on=IN_YEAR_11).agreed().introduced()
    left = {"key_stage_4": "left_at_risk"}
    assert refused(placing.agree_start(**left))[1] == "KS4_NOT_APPROVED"
    done(ask(placing, "key_stage_4", "None nearer can take her."))
    no = {"kind": "key_stage_4", "because": "She sits her GCSEs in May."}
    done(placing.act("approval-refusals", no, **HEAD))

    for said in ("not_disrupted", "left_at_risk", "no_pupil", None):
        assert refused(placing.agree_start(key_stage_4=said))[1] == "KS4_NOT_APPROVED"


@pytest.mark.covers("R-151")
@pytest.mark.parametrize(("at_risk", "broken"), [(True, False), (False, True)])
def test_left_at_risk_is_read_off_how_the_last_home_ended(
    sqlite_office: Office, *, at_risk: bool, broken: bool
) -> None:
    before = proposed(sqlite_office, born_on=IN_YEAR_11).started()
    done(before.end("2026-05-01T10:00:00+01:00", immediate_risk=at_risk))
    home = open_house(sqlite_office)
    said = {
        "case_id": before.case_id,
        "setting_id": str(home.setting_id),
        "at": "2026-05-01T12:00:00+01:00",
        "key_stage_4": "left_at_risk",
    }

    moved = done(sqlite_office.post("/placements/starts", said))["ids"]["placement_id"]

    breaches = sqlite_office.get(f"/placements/{moved}").json()["start"]["breaches"]
    assert ("KS4_NOT_APPROVED" in [each["code"] for each in breaches]) is broken


def test_a_child_in_care_who_goes_home_unapproved_is_a_fact_with_a_breach(
    sqlite_office: Office,
) -> None:
    home = open_house(
        sqlite_office, provision=Provision.WITH_PARENTS, registered=None, bought=False
    )
    case_id = child(sqlite_office)
    looked_after(sqlite_office, case_id)
    said = {"case_id": case_id, "setting_id": str(home.setting_id), "at": "2026-03-07T02:10:00Z"}
    done(sqlite_office.post("/placements/starts", said))

    breaches = sqlite_office.get(f"/cases/{case_id}/breaches").json()["breaches"]

    both = {"WITH_PARENTS_NOT_APPROVED", "STATUS_NOT_WITH_PARENTS"}
    assert both <= {each["code"] for each in breaches}
    waits = [code for code, _ in waiting(sqlite_office, Role.TEAM_MANAGER)]
    assert "STATUS_NOT_WITH_PARENTS" in waits
