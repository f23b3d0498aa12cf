"""A search that led to no home: closed with what became of the child, and why not told; drafts."""

from datetime import timedelta
from hashlib import sha256

import pytest

from application.access.principal import Role
from tests.support.market import ready_to_publish, search, seller
from tests.support.service import Office

CLOSURE = {"outcome": "with_family", "text": "She stays with her aunt."}


def test_an_unfilled_request_tells_who_was_asked_what_they_saw_and_why_not(
    sqlite_office: Office,
) -> None:
    full, prompt, silent = (seller(sqlite_office) for _ in range(3))
    found = ready_to_publish(sqlite_office)
    found.publish()
    invitation = f"/invitations/{found.invitation(full)}"
    sqlite_office.post(f"{invitation}/views", {}, **full.user)
    found.answer(full, "declines", {"reason": "no_vacancy", "text": "Full until May."})
    found.offer(prompt)

    by_broker = found.act("closures", CLOSURE)
    found.done("closures", CLOSURE, Role.COMMISSIONING_MANAGER)
    sqlite_office.quiet()
    shown = sqlite_office.get(f"{found.path}/why-not", role=Role.BROKER).json()
    told = sqlite_office.get("/invitations", **prompt.user).json()["invitations"][0]

    assert by_broker.status_code == 403
    assert (shown["stage"], shown["unfilled"]) == ("closed_unfilled", True)
    assert shown["end"]["outcome_for_child"] == "with_family"
    assert shown["in_house"]["none_exists"] == "no_own_provision"
    packs = [found.read()["publication"]["sha256"]]
    assert len(packs[0]) == len(sha256().hexdigest())
    by_provider = {each.pop("provider_id"): each for each in shown["providers"]}
    assert {each["packs"][0] for each in by_provider.values()} == set(packs)
    answered = by_provider[str(full.provider_id)]
    assert (answered["opened"], answered["declined_because"], answered["text"]) == (
        True,
        "no_vacancy",
        "Full until May.",
    )
    assert by_provider[str(prompt.provider_id)]["offer_status"] == "lapsed"
    assert by_provider[str(silent.provider_id)]["standing"] == "invited"
    assert (told["offer_status"], told["closed"]) == ("lapsed", False)
    timeline = sqlite_office.get(f"/cases/{found.case_id}/timeline", role=Role.BROKER).text
    assert "No home was found; the child: with family." in timeline


@pytest.mark.covers("R-53")
def test_a_draft_that_nobody_writes_on_expires_by_itself(sqlite_office: Office) -> None:
    left, written = search(sqlite_office), None
    sqlite_office.quiet()
    now = sqlite_office.running.clock.now()
    sqlite_office.move_clock(now + timedelta(days=20))
    written = left.begun_again()
    sqlite_office.move_clock(now + timedelta(days=30))
    sqlite_office.quiet()

    assert left.read()["stage"] == "expired"
    assert written.read()["stage"] == "draft"
    assert left.act("sections", {"sections": {"risk": "More."}}).json()["code"] == "WRONG_STATE"
    breaches = sqlite_office.get(f"/cases/{left.case_id}/breaches", role=Role.BROKER).json()
    assert "C-DRAFT" not in str(breaches)
