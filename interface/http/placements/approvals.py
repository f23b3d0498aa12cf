"""Approvals that a placement waits for: what they rest on, asked for, given, refused."""

from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field, model_validator

from application.access.actions import Action
from application.placement.approvals import SpokenApproval
from domain.placement.approving import ApprovalKind, Considered, Matter
from domain.placement.carers import LONGEST_EXTENSION
from domain.placement.commands import RequestApproval, WithdrawApprovalRequest
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Instant, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText, ShortText, SubjectText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)

RoleText = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,59}$")]


class ConsideredMatter(Body):
    """One thing that was seen to: when, and how. Where it was not `done`, `how` says why not."""

    matter: Matter
    on: Moment
    how: PerhapsText
    done: bool = True


class ConsideredMatters(Body):
    """What was seen to of all that an approver has to be satisfied of."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "matters": [
                    {
                        "matter": "wishes_and_feelings",
                        "on": "2026-03-04",
                        "how": "Seen alone; wants to stay near the canal and keep his college.",
                    },
                    {
                        "matter": "area_authority_notified",
                        "on": "2026-03-05",
                        "how": "By letter to the placements desk, with reasons and needs.",
                    },
                ]
            }
        }
    )

    matters: list[ConsideredMatter] = Field(max_length=len(Matter))

    @model_validator(mode="after")
    def each_once(self) -> Self:
        """Of each matter there is one word at a time."""
        if len({each.matter for each in self.matters}) < len(self.matters):
            raise ValueError("Say each matter once.")
        return self


class RequestedApproval(Body):
    """Which approval is asked for, and why this home and none nearer."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "at_a_distance",
                "because": "Every home in the city was asked; none could take her with her dog.",
            }
        }
    )

    kind: ApprovalKind
    because: PerhapsText


class MistakenRequest(Body):
    """Which approval was asked for by mistake, why, and who else says so."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "key_stage_4",
                "because": "Typed for her sister, who is in year 11.",
                "approved_by": "morgan-manager",
            }
        }
    )

    kind: ApprovalKind
    because: PerhapsText
    approved_by: SubjectText


class GrantedApproval(Body):
    """In an `emergency` less has to be settled at once, and the rest within days.

    `weeks` are more for a connected person who is approved for a while.
    """

    model_config = ConfigDict(json_schema_extra={"example": {"kind": "at_a_distance"}})

    kind: ApprovalKind
    emergency: bool = False
    weeks: Annotated[int, Field(ge=1, le=LONGEST_EXTENSION)] | None = None


class RefusedApproval(Body):
    """Which approval is not given, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"kind": "at_a_distance", "because": "Two homes in the city were not asked."}
        }
    )

    kind: ApprovalKind
    because: PerhapsText


class NotedApproval(Body):
    """An officer who approved by telephone, in which role and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "at_a_distance",
                "officer": "dana-director",
                "role": "dcs",
                "given_at": "2026-03-06T21:40:00Z",
            }
        }
    )

    kind: ApprovalKind
    officer: ShortText
    role: RoleText
    given_at: Instant


@router.post("/approval-matters", status_code=201)
def record_matters(
    placement_id: UUID,
    sent: ConsideredMatters,
    response: Response,
    caller: Commanding = commanding(Action.ASK_APPROVAL),
) -> CommandAnswer:
    """Record what an approver is to be satisfied of, each as it was done: facts."""
    matters = tuple(
        Considered(matter=each.matter, on=each.on, how=each.how, done=each.done)
        for each in sent.matters
    )
    receipt = caller.service.placement.approvals.record(caller.occasion, placement_id, matters)
    return carried_out(caller.service, receipt, response)


@router.post("/approval-requests", status_code=201)
def request_approval(
    placement_id: UUID,
    asked: RequestedApproval,
    response: Response,
    caller: Commanding = commanding(Action.ASK_APPROVAL),
) -> CommandAnswer:
    """Ask for an approval: it waits for those who may give it, as a task of theirs."""
    command = RequestApproval(
        kind=asked.kind, because=asked.because, by=Subject(caller.principal.subject)
    )
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/approval-request-withdrawals", status_code=201)
def withdraw_request(
    placement_id: UUID,
    sent: MistakenRequest,
    response: Response,
    caller: Commanding = commanding(Action.ASK_APPROVAL),
) -> CommandAnswer:
    """Take back a request that was made by mistake. It waits for nobody; nothing was decided."""
    command = WithdrawApprovalRequest(
        kind=sent.kind,
        because=sent.because,
        approved_by=Subject(sent.approved_by),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/approvals", status_code=201, responses=declared(404, 409, 412, 428))
def grant_approval(
    placement_id: UUID,
    granted: GrantedApproval,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_PLACEMENT),
) -> CommandAnswer:
    """Approve, in a role that may; never what one asked for oneself. What is missing is named."""
    receipt = caller.service.placement.approvals.grant(
        caller.occasion,
        placement_id,
        granted.kind,
        emergency=granted.emergency,
        weeks=granted.weeks,
        expecting=version_seen,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/spoken-approvals", status_code=201)
def note_approval(
    placement_id: UUID,
    noted: NotedApproval,
    response: Response,
    caller: Commanding = commanding(Action.NOTE_APPROVAL),
) -> CommandAnswer:
    """Write down an approval by telephone, in an emergency; in full it follows within days."""
    said = SpokenApproval(officer=Subject(noted.officer), role=noted.role, given_at=noted.given_at)
    receipt = caller.service.placement.approvals.note(
        caller.occasion, placement_id, noted.kind, said
    )
    return carried_out(caller.service, receipt, response)


@router.post("/approval-refusals", status_code=201, responses=declared(404, 409, 412, 428))
def refuse_approval(
    placement_id: UUID,
    refused: RefusedApproval,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_PLACEMENT),
) -> CommandAnswer:
    """Do not approve, or no longer, with why. A child who lives there is a breach."""
    receipt = caller.service.placement.approvals.refuse(
        caller.occasion, placement_id, refused.kind, refused.because, version_seen
    )
    return carried_out(caller.service, receipt, response)
