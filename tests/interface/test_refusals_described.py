"""The description of each route names the refusals that its rules may give."""

from collections.abc import Mapping, Sequence

from tests.support.documented import documented
from tests.tools.openapi import description

HERE = "/referrals/{referral_id}"


def codes(path: str) -> Sequence[str]:
    return [code for told in documented("POST", path).values() for code in told]


def test_a_route_names_what_the_decision_of_its_command_may_refuse() -> None:
    assert {"IN_HOUSE_NOT_EXHAUSTED", "REDACTION_NOT_CONFIRMED", "NOT_ON_LOT"} <= set(
        codes(f"{HERE}/publications")
    )
    assert {"OVER_CAPACITY", "PROVIDER_SUSPENDED", "ESSENTIAL_NOT_MET", "LOCATION_RISK"} <= set(
        codes(f"{HERE}/preferred-offers")
    )
    assert "TARIFF_EXCEEDED" in codes("/invitations/{invitation_id}/offers")


def test_it_names_nothing_of_another_command_in_the_same_table() -> None:
    assert "IN_HOUSE_NOT_EXHAUSTED" not in codes(f"{HERE}/in-house-exhaustions")
    assert "REDACTION_NOT_CONFIRMED" not in codes(f"{HERE}/external-search-approvals")
    assert "OVER_CAPACITY" not in codes(f"{HERE}/publications")


def test_what_a_port_may_refuse_is_named_by_its_docstring() -> None:
    assert "UNREADABLE_DOCUMENT" in codes(f"{HERE}/document-copies")
    assert {"IDEMPOTENCY_MISMATCH", "VERSION_CONFLICT"} <= set(codes(f"{HERE}/publications"))


def test_codes_stand_beside_their_status_in_the_description() -> None:
    answers: Mapping[str, dict[str, object]] = description()["paths"][f"/v1{HERE}/publications"][
        "post"
    ]["responses"]

    assert answers["428"]["x-codes"] == ["IF_MATCH_REQUIRED"]
    assert answers["409"]["description"] == "Conflict: ERASED, WRONG_STATE"
