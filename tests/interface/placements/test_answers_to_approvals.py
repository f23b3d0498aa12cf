"""A refusal holds, and what was said on the telephone is answered for."""

from typing import Any

import pytest

from application.access.principal import Role
from domain.placement.approving import ASKED, ApprovalKind, Matter
from tests.interface.placements.test_connected_carers import with_an_aunt
from tests.support.approving import (
    CAREWORKER,
    DIRECTOR,
    HEAD,
    approve,
    approved,
    ask,
    away,
    considered,
    proposed_away,
    record,
    shown,
    waiting,
)
from tests.support.matching import NOTTINGHAM
from tests.support.placing import Placing, child, done, looked_after, refused
from tests.support.service import Office

DISTANCE = "at_a_distance"
NO: dict[str, Any] = {"kind": DISTANCE, "because": "Two homes in the city were not asked."}
BEA: dict[str, Any] = {"role": Role.BROKER, "subject": "bea"}
CARELINE: dict[str, Any] = {"role": Role.OUT_OF_HOURS, "subject": "olly-out-of-hours"}


def slept_away(office: Office) -> Placing:
    """A child whom bea put into a home at a distance, with nothing proposed before."""
    house, case_id = away(office, NOTTINGHAM), child(office)
    looked_after(office, case_id)
    said = {
        "case_id": case_id,
        "setting_id": str(house.setting_id),
        "at": "2026-03-07T02:10:00Z",
        "emergency": True,
    }
    placement_id = done(office.post("/placements/starts", said, **BEA))["ids"]["placement_id"]
    return Placing(office, case_id, house, "", placement_id)


def word(placing: Placing, given_at: str | None = None, **who: Any) -> Any:
    now = placing.office.running.clock.now().isoformat()
    said = {"kind": DISTANCE, "officer": "dana-director", "role": "dcs"}
    return placing.act(
        "spoken-approvals", {**said, "given_at": given_at or now}, **(who or CARELINE)
    )


@pytest.mark.covers("R-152", "R-153")
def test_who_put_a_child_there_neither_approves_it_nor_writes_that_it_was_approved(
    sqlite_office: Office,
) -> None:
    placing = slept_away(sqlite_office)
    done(record(placing, *ASKED[ApprovalKind.AT_A_DISTANCE]))
    done(ask(placing, DISTANCE))
    own = approve(placing, DISTANCE, role=Role.DCS, subject="bea")
    assert refused(own)[:2] == (403, "CONFLICT_OF_INTEREST")
    done(placing.act("approval-refusals", NO, **DIRECTOR))
    done(placing.act("approval-requests", {"kind": DISTANCE, "because": "She is there."}, **BEA))

    assert refused(word(placing, **BEA))[:2] == (403, "CONFLICT_OF_INTEREST")
    assert refused(word(placing))[:2] == (409, "WRONG_STATE")
    assert shown(placing, DISTANCE)["standing"] == "asked"


@pytest.mark.covers("R-152")
def test_a_word_older_than_its_request_is_none(sqlite_office: Office) -> None:
    placing = slept_away(sqlite_office)
    done(record(placing, Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE))
    done(ask(placing, DISTANCE))

    assert refused(word(placing, "1900-01-01T00:00:00Z"))[1] == "EFFECTIVE_BEFORE_STREAM"


@pytest.mark.covers("R-154")
def test_a_start_that_stands_on_what_was_refused_waits_for_the_broker(
    sqlite_office: Office,
) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM, emergency=True)
    about = ("RECONSIDER_START", f"placement-{placing.placement_id}")
    done(record(placing, *ASKED[ApprovalKind.AT_A_DISTANCE]))
    done(ask(placing, DISTANCE))
    done(approve(placing, DISTANCE, emergency=True))
    done(placing.agree_start())
    assert placing.clock("C-OOA-APPR")["outcome"] == "met"

    done(placing.act("approval-refusals", NO, **DIRECTOR))

    for role in (Role.BROKER, Role.TEAM_MANAGER):
        assert about in waiting(sqlite_office, role)
    assert placing.clock("C-OOA-APPR")["outcome"] == "running"
    done(ask(placing, DISTANCE))
    assert about in waiting(sqlite_office, Role.BROKER)
    done(approve(placing, DISTANCE))
    assert about not in waiting(sqlite_office, Role.BROKER)
    assert placing.clock("C-OOA-APPR")["outcome"] == "met"


@pytest.mark.covers("R-156")
def test_after_the_child_left_the_director_still_denies_the_word(sqlite_office: Office) -> None:
    placing = slept_away(sqlite_office)
    about = ("DISTANT_NOT_APPROVED_BY_DCS", f"placement-{placing.placement_id}")
    done(record(placing, Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE))
    done(ask(placing, DISTANCE))
    done(word(placing))
    done(placing.end("2026-03-08T09:00:00Z"))
    assert about in waiting(sqlite_office, Role.DCS)
    assert placing.clock("C-APPR-5WD")["outcome"] == "running"

    done(placing.act("approval-refusals", {**NO, "because": "I never said so."}, **DIRECTOR))

    assert about not in waiting(sqlite_office, Role.DCS)
    assert placing.clock("C-APPR-5WD")["outcome"] == "stopped"
    assert refused(placing.act("approval-refusals", NO, **DIRECTOR))[1] == "WRONG_STATE"


def test_each_matter_is_said_once_and_its_last_word_is_shown(sqlite_office: Office) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM)
    twice = considered(Matter.IRO_CONSULTED, Matter.IRO_CONSULTED)
    answer = placing.act("approval-matters", twice, **CAREWORKER)
    assert refused(answer)[:2] == (422, "INVALID_REQUEST")
    unborn = considered(Matter.IRO_CONSULTED, on="1900-01-01")
    answer = placing.act("approval-matters", unborn, **CAREWORKER)
    assert refused(answer)[:2] == (422, "EFFECTIVE_BEFORE_STREAM")

    for _ in range(3):
        done(record(placing, Matter.IRO_CONSULTED, Matter.WISHES_AND_FEELINGS))

    seen = [each["matter"] for each in placing.read()["approval"]["considered"]]
    assert seen == ["iro_consulted", "wishes_and_feelings"]


@pytest.mark.covers("R-209", "R-210")
def test_a_mistaken_request_is_taken_back_and_so_is_an_approval(sqlite_office: Office) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM)
    about = ("KS4_NOT_APPROVED", f"placement-{placing.placement_id}")
    done(ask(placing, "key_stage_4"))
    assert about in waiting(sqlite_office, Role.DCS)
    mistaken = {
        "kind": "key_stage_4",
        "because": "For her sister.",
        "approved_by": "morgan-manager",
    }
    alone = mistaken | {"approved_by": "demo-broker"}
    path = f"{placing.path}/approval-request-withdrawals"
    assert refused(sqlite_office.post(path, alone))[1] == "CONFLICT_OF_INTEREST"
    done(sqlite_office.post(path, mistaken))
    assert about not in waiting(sqlite_office, Role.DCS)
    assert placing.read()["approval"]["approvals"] == []

    approved(placing, DISTANCE)
    done(placing.act("approval-refusals", NO, **DIRECTOR))
    assert shown(placing, DISTANCE)["standing"] == "refused"
    told = sqlite_office.get(f"/cases/{placing.case_id}/timeline").text
    assert "took an approval back" in told


@pytest.mark.covers("R-155")
def test_a_connected_persons_weeks_are_given_in_full(sqlite_office: Office) -> None:
    placing = with_an_aunt(sqlite_office, "2026-09-07")
    done(ask(placing, "temporary_carers"))

    hasty = approve(placing, "temporary_carers", weeks=8, emergency=True, **HEAD)

    assert refused(hasty)[:2] == (409, "WRONG_STATE")
    assert placing.clock("C-REG24-16W")["due"] == "2026-12-28T23:59:59Z"


@pytest.mark.covers("R-154")
def test_it_waits_no_more_once_the_child_has_moved_in_unapproved(sqlite_office: Office) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM, emergency=True)
    about = ("RECONSIDER_START", f"placement-{placing.placement_id}")
    done(record(placing, Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE))
    done(ask(placing, DISTANCE))
    done(approve(placing, DISTANCE, emergency=True))
    done(placing.agree_start())
    done(placing.act("approval-refusals", NO, **DIRECTOR))
    done(placing.start("2026-03-09T11:30:00Z"))

    broken = [each["code"] for each in placing.read()["start"]["breaches"]]
    assert "DISTANT_NOT_APPROVED_BY_DCS" in broken
    assert about not in waiting(sqlite_office, Role.BROKER)
