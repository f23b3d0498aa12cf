"""What is sent as a concern is followed, from its triage until it is closed or opened again."""

from uuid import UUID

from pydantic import ConfigDict, Field

from domain.concern.vocabulary import Code, Finding
from domain.shared.doers import Doer
from interface.http import examples
from interface.http.asking import Day, Moment
from interface.http.text import Body, PerhapsText, ShortText, SubjectText


class SentTriage(Body):
    """`serious`: abuse or neglect known or suspected, and a child died or was seriously harmed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "serious": False,
                "refer": True,
                "investigate": True,
                "lead": "tam-manager",
            }
        }
    )

    serious: bool
    refer: bool
    investigate: bool
    reason: Code | None = None
    subject: ShortText | None = None
    lead: SubjectText


class SentReferral(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"to": "designated_officer", "at": "2026-03-10T09:30:00Z"}}
    )

    to: Code
    at: Moment


class SentPanelNotice(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-03-12T16:00:00Z"}})

    at: Moment


class SentInvestigation(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"investigator": "quin-quality", "at": "2026-03-11"}}
    )

    investigator: SubjectText
    at: Moment


class SentFinding(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "finding": "substantiated",
                "on": "2026-03-20",
                "text": "Two accounts and the log of the night agree.",
            }
        }
    )

    finding: Finding
    on: Day
    text: PerhapsText


class SentAction(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"code": "restraint_training", "doer": "provider", "due": "2026-04-20"}
        }
    )

    code: Code
    doer: Doer
    due: Day


class SentActionDone(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"action_id": examples.ITEM, "on": "2026-04-17"}}
    )

    action_id: UUID
    on: Day


class SentClosure(Body):
    """What was learned, in codes and in words."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "learning": ["staff_training"],
                "text": "Agency staff are told of each child's plan before a shift.",
            }
        }
    )

    learning: list[Code] = Field(max_length=20)
    text: PerhapsText


class SentReopening(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "new_account"}})

    reason: Code
