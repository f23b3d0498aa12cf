"""Whom an allegation is against, and which child, stands in no text of who may not know."""

import pytest

from application.access.principal import Role
from domain.shared.envelope import StreamId
from tests.interface.concerns.test_a_concern_over_http import LEAD, SUBJECT, Lived
from tests.support.registers import done
from tests.support.service import Office

OTHERS = (Role.CASEWORKER, Role.BROKER, Role.FUNDING_AUTHORISER, Role.AUDITOR)


@pytest.mark.covers("R-227", "R-234", "R-249")
def test_whom_it_is_against_is_read_in_no_text_by_others_than_those_who_lead(
    sqlite_office: Office,
) -> None:
    office, lived = sqlite_office, Lived(sqlite_office)
    own = done(office.post("/concerns", lived.alert(subject=None), **lived.theirs))["ids"]
    path = f"/concerns/{own['concern_id']}"
    follow = {"text": "Underhill is suspended."}
    mine = f"/own-concerns/{own['concern_id']}/follow-ups"
    done(office.post(mine, follow, **lived.theirs))
    done(office.post(mine, {"text": "The rota was changed."}, **lived.theirs))
    nobody_yet = office.get(path, role=Role.CASEWORKER).json()
    assert (SUBJECT in nobody_yet["account"], nobody_yet["withheld"]) == (True, [])

    known = office.running.clock.now().isoformat()
    later = {
        "serious": False,
        "refer": False,
        "investigate": False,
        "reason": "police_look_into_it",
    }
    done(lived.act(path, "triage", later | {"subject": SUBJECT, "lead": "tam-manager"}))
    found = {"finding": "substantiated", "on": "2026-11-23", "text": f"{SUBJECT} owned to it."}
    found["on"] = office.running.clock.now().date().isoformat()
    done(lived.act(path, "findings", found))
    learned = {"learning": ["staff_training"], "text": "MORGAN was never briefed."}
    done(lived.act(path, "closures", learned))

    for_lead = office.get(path, **LEAD).json()
    assert (for_lead["finding_text"], for_lead["withheld"]) == (found["text"], [])
    for role in OTHERS:
        read = office.get(path, role=role)
        assert not {"underhill", "morgan"} & set(read.text.lower().replace(".", " ").split())
        assert "nderhill" not in read.text
        told = read.json()
        assert told["withheld"] == ["account", "finding_text", "learning_text", "words"]
        assert [each["text"] for each in told["words"]] == [None, "The rota was changed."]
    assert office.get(path, role=Role.TEAM_MANAGER, subject=SUBJECT).status_code == 404
    # Nor by asking what was known before anybody said whom.
    before = office.get(path, {"as_known_at": known}, role=Role.CASEWORKER).json()
    assert (before["subject_named"], before["account"]) == (False, None)


@pytest.mark.covers("R-235")
def test_words_that_were_shared_are_withheld_once_the_child_is_known_by_what_stands_in_them(
    sqlite_office: Office,
) -> None:
    office, lived = sqlite_office, Lived(sqlite_office)
    raised = done(office.post("/concerns", lived.alert(), role=Role.CASEWORKER))["ids"]
    words = {"party": "provider", "provider_id": lived.provider_id}
    for text in ("We look into what Tigger said.", "Please keep the rota."):
        shared = f"/concerns/{raised['concern_id']}/sharings"
        done(office.post(shared, words | {"text": text}, **LEAD))
    case = StreamId(f"case-{lived.case_id}")
    seen = f'"{office.running.office.streams.read(case).version}"'
    amended = {"known_as": ["Tigger"], "reason": "What her friends call her"}
    path = f"/cases/{lived.case_id}/identity-amendments"
    done(office.post(path, amended, if_match=seen, role=Role.CASEWORKER))

    assert told(lived) == [None, "Please keep the rota."]
    office.running.ring.destroy(office.running.office.file_of(case), office.running.clock.now())
    assert told(lived) == [{"erased": True}] * 2


def told(lived: Lived) -> list[object]:
    (concern,) = lived.office.get("/own-concerns", **lived.theirs).json()["concerns"]
    return [each["text"] for each in concern["told"]]
