"""6-61: where a child lives in confidence is in no pack, no copy, no answer and no message."""

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest
from structlog.testing import capture_logs

from application.access.principal import Role
from application.telling.letters import SUBJECTS, TEXT
from tests.interface.referrals.test_judging_offers import CRITERIA, judged
from tests.interface.referrals.test_telling_in_stages import FIELDS
from tests.support.market import Search, ready_to_publish, seller
from tests.support.registers import done, home
from tests.support.service import Office

STREET, POSTCODE = "9 Quince Yard", "NG1 5DT"
SECRET = ("quince yard", "ng1 5dt", "ng15dt")
WRITTEN = f"Settled at {STREET}, and would like to stay near."


def living_in_confidence(office: Office) -> Search:
    """A child that lives in a confidential home while the next one is looked for."""
    refuge = home(
        office,
        provision="supported_accommodation",
        address=f"{STREET}, Nottingham",
        postcode=POSTCODE,
        district="E06000018",
    )
    done(office.post(f"{refuge}/descriptions", {"since": "2024-01-01", "confidential": True}))
    found = ready_to_publish(office)
    moved = {
        "case_id": found.case_id,
        "setting_id": refuge.removeprefix("/settings/"),
        "at": office.running.clock.now().isoformat(),
    }
    done(office.post("/placements/starts", moved, role=Role.CASEWORKER))
    office.quiet()
    return found


def kept_back(found: Search, what: str, body: Mapping[str, Any], field: str) -> None:
    answer = found.act(what, body)
    assert (answer.status_code, answer.json()["code"]) == (422, "REDACTION_NOT_CONFIRMED")
    assert answer.json()["fields"] == [field]
    assert not [word for word in SECRET if word in answer.text.lower()]


@pytest.mark.covers("6-61", "R-100")
@pytest.mark.refuses("REDACTION_NOT_CONFIRMED")
def test_where_a_child_lives_in_confidence_leaves_the_council_in_no_way(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    one, other = seller(office), seller(office)
    with capture_logs() as lines:
        found = living_in_confidence(office)
        plain = found.publication()["pack"]
        for word in (STREET, POSTCODE, "quince  yard", "ng15dt"):
            pack = {**plain, "summary": f"Lives close to {word}."}
            kept_back(found, "publications", found.publication(pack=pack), "summary")
        found.publish()
        found.done("criteria", CRITERIA)
        asked = found.answer(one, "questions", {"text": "Where does she live now?"})
        question = {"question_id": asked.json()["ids"]["question_id"], "to_all": False}
        kept_back(found, "invitation-question-answers", {**question, "text": WRITTEN}, "text")
        mine = found.offer(one).json()["ids"]["offer_id"]
        found.answer(other, "declines", {"reason": "no_vacancy"})
        office.quiet()
        found.pass_deadline()
        office.quiet()
        judged(found, mine)
        found.answer(one, "confidentiality-acceptances", {})
        matching = {"offer_id": mine, "fields": FIELDS, "certified_by": "cert"}
        leaking = {**matching, "fields": {**FIELDS, "areas": WRITTEN}}
        kept_back(found, "matching-packs", leaking, "areas")
        found.done("matching-packs", matching)
        copied = copy_of_a_plan(office, found)
        found.answer(one, "views", {})
        office.quiet()

    portals = [
        office.get(f"/invitations/{found.invitation(who)}", **who.user).text for who in (one, other)
    ]
    (told,) = json.loads(portals[0])["released"]["packs"]
    assert told["fields"]["confidential_address"].endswith("must not be disclosed.")
    messages = [each["messages"] for each in found.read()["invitations"]]
    assert sum(map(len, messages)) >= 3
    outside = json.dumps([*portals, copied, messages, lines, *SUBJECTS.values(), TEXT], default=str)
    assert not [word for word in SECRET if word in outside.lower()]


def copy_of_a_plan(office: Office, found: Search) -> str:
    """A document as it would go out, with everything taken that tells of the child."""
    content = base64.b64encode(WRITTEN.encode()).decode()
    sent = {"kind": "care_plan", "title": "Plan", "media_type": "text/plain", "content": content}
    path = f"/cases/{found.case_id}/documents"
    document = done(office.post(path, sent, role=Role.CASEWORKER))["ids"]["document_id"]
    preview = {"document_id": document, "also_take": []}
    answer = office.post(f"{found.path}/document-copies/previews", preview, role=Role.BROKER)
    assert answer.status_code == 200, answer.text
    text: str = answer.text
    return text
