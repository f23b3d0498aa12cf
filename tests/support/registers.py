"""The registers as people keep them over HTTP: homes, providers, contracts."""

from collections.abc import Mapping
from typing import Any

from application.access.principal import Role
from domain.provider.vocabulary import Evidence
from domain.shared.envelope import FileId
from tests.support.market import DPS
from tests.support.service import Office

NOTTINGHAM = "E06000018"
"""Another council: what is Derby's is not found by it."""

MANAGER: Mapping[str, Any] = {"role": Role.COMMISSIONING_MANAGER, "subject": "cam-commissioning"}
ANOTHER_MANAGER: Mapping[str, Any] = {**MANAGER, "subject": "cleo-commissioning"}

LIMES: Mapping[str, Any] = {
    "provision": "childrens_home",
    "name": "The Limes",
    "address": "1 Lime Walk, Derby",
    "postcode": "DE1 1AA",
    "district": "E06000015",
    "places": 2,
    "since": "2024-01-01",
}
REGISTERED: Mapping[str, Any] = {
    "kind": "childrens_home",
    "urn": "SC000001",
    "places": 2,
    "since": "2024-01-01",
}
HARBOUR: Mapping[str, Any] = {
    "name": "Harbour Homes Ltd",
    "contact": "referrals@harbour.example",
    "sector": "PR4",
}
MEMBERSHIP: Mapping[str, Any] = {
    "contract_id": str(DPS),
    "lot": "2.2",
    "since": "2024-01-01",
    "evidence": [each.value for each in Evidence],
}
VERSION: Mapping[str, Any] = {
    "title": "Supported accommodation",
    "in_force_from": "2026-04-01",
    "lots": [
        {
            "code": "2.2",
            "title": "Short term with support hours",
            "provision": "supported_accommodation",
            "ages": {"first": 16, "before": 18},
            "half_hours": 50,
        }
    ],
    "response_minutes": {"standard": 1440, "urgent": 60},
    "notice_rules": [
        {
            "party": "council",
            "notice_class": "general",
            "days": 30,
            "reasons": ["better_match_found"],
        }
    ],
    "source": "Framework agreement, schedule 2",
    "approved_by": "hollis-head-of-service",
}


def done(answer: Any) -> Any:
    """The answer of a command that was carried out."""
    assert answer.status_code == 201, answer.text
    return answer.json()


def refused(answer: Any) -> tuple[int, str]:
    """The status and code of a refusal."""
    return answer.status_code, answer.json()["code"]


def home(office: Office, **changed: Any) -> str:
    """A registered children's home with two places; its path."""
    answer = office.post("/settings", {**LIMES, **changed})
    path = f"/settings/{done(answer)['ids']['setting_id']}"
    done(office.post(f"{path}/registrations", {**REGISTERED, "places": changed.get("places", 2)}))
    return path


def organisation(office: Office, **changed: Any) -> str:
    """A provider; its path."""
    answer = office.post("/providers", {**HARBOUR, **changed}, **MANAGER)
    return f"/providers/{done(answer)['ids']['provider_id']}"


def contract(office: Office, **changed: Any) -> str:
    """A contract in its first version; its path."""
    answer = office.post("/contracts", {**VERSION, **changed}, **MANAGER)
    return f"/contracts/{done(answer)['ids']['contract_id']}"


def read(office: Office, path: str, **params: Any) -> Any:
    answer = office.get(path, params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def etag(office: Office, path: str) -> str:
    found: str = office.get(path).headers["ETag"]
    return found


def erase(office: Office, path: str) -> None:
    """Destroy the key of a home's or a provider's own file."""
    _, capability, identity = path.split("/")
    file = FileId(f"{capability.removesuffix('s')}-{identity}")
    office.running.ring.destroy(file, office.running.clock.now())
