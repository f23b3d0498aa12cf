"""The description of each route names the refusals that its rules may give."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.support.documented import documented
from tests.tools.catalogue import PAGES, ROOT

CODE = re.compile(r"\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b")
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


def test_codes_stand_beside_their_status_in_the_description(described: dict[str, Any]) -> None:
    answers: Mapping[str, dict[str, object]] = described["paths"][f"/v1{HERE}/publications"][
        "post"
    ]["responses"]

    assert answers["428"]["x-codes"] == ["IF_MATCH_REQUIRED"]
    assert answers["409"]["description"] == "Conflict: ERASED, WRONG_STATE"


def test_every_refusal_of_the_tables_of_a_search_is_met_over_http_by_a_test_that_says_so() -> None:
    """A test marked `refuses` fails unless somebody was refused so: see `tests/conftest.py`."""
    page = (PAGES / "02-state-machines.md").read_text()
    tables = page[page.index("### 2.2 ") : page.index("### 2.4 ")]
    asked_for = set(CODE.findall(tables)) & set(CODE.findall(page[: page.index("### 2.1 ")]))

    assert len(asked_for) >= 15
    assert asked_for - set(_marked()) == set()


def _marked() -> Iterator[str]:
    for path in sorted((ROOT / "tests" / "interface").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.refuses":
                yield from (ast.literal_eval(each) for each in node.args)
