"""Homes beyond the council's boundaries, and the approvals that they wait for."""

from collections.abc import Mapping, Sequence
from typing import Any

from application.access.principal import Role
from domain.placement.approving import ASKED, ApprovalKind, Matter
from domain.shared.vocabulary import Provision
from tests.support.placing import House, Placing, done, open_house, proposed
from tests.support.service import Office

DIRECTOR: dict[str, Any] = {"role": Role.DCS, "subject": "dana-director"}
HEAD: dict[str, Any] = {"role": Role.NOMINATED_OFFICER, "subject": "noor-head"}
CAREWORKER: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "casey-caseworker"}


def away(office: Office, where: Mapping[str, Any], **more: Any) -> House:
    """A home of supported accommodation that lies in another council's area."""
    return open_house(office, provision=Provision.SUPPORTED_ACCOMMODATION, **where, **more)


def proposed_away(office: Office, where: Mapping[str, Any], **more: Any) -> Placing:
    return proposed(office, away(office, where), **more)


def considered(*matters: Matter, on: str = "2026-03-04") -> dict[str, Any]:
    return {
        "matters": [
            {"matter": each.value, "on": on, "how": f"What was done about {each.value}."}
            for each in matters
        ]
    }


def record(placing: Placing, *matters: Matter) -> Any:
    return placing.act("approval-matters", considered(*matters), **CAREWORKER)


def ask(placing: Placing, kind: str, because: str = "None nearer can take her.") -> Any:
    return placing.act("approval-requests", {"kind": kind, "because": because}, **CAREWORKER)


def approve(placing: Placing, kind: str, **changed: Any) -> Any:
    who: dict[str, Any] = {key: changed.pop(key) for key in tuple(changed) if key in DIRECTOR}
    return placing.act("approvals", {"kind": kind, **changed}, **(who or DIRECTOR))


def approved(placing: Placing, kind: str) -> Placing:
    """Approved in full by the director, on everything that it rests on."""
    done(record(placing, *ASKED[ApprovalKind(kind)]))
    done(ask(placing, kind))
    done(approve(placing, kind))
    return placing


def shown(placing: Placing, kind: str) -> Any:
    (found,) = [e for e in placing.read()["approval"]["approvals"] if e["kind"] == kind]
    return found


def waiting(office: Office, role: Role) -> Sequence[tuple[str, str]]:
    """What waits for a role: the code of the task, and the record that it is about."""
    office.quiet()
    found = office.get("/tasks", {"role": role.value}, role=role).json()["tasks"]
    return [(each["code"], each["stream"]) for each in found]
