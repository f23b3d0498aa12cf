"""What can be asked about the hours of support that were given, against those that were bought."""

from datetime import date
from typing import Literal

from pydantic import Field

from domain.placement.agreement import HalfHours
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject

Confirmer = Literal["young_person", "carer"]


class RecordSupportGiven(Command):
    """Record what the provider says that it gave in the week from a Monday on.

    `individual` was given to this child alone, `shared` to several at once; in half hours.
    """

    week: date
    individual: HalfHours = Field(ge=0)
    shared: HalfHours = Field(ge=0)
    on: When
    by: Subject


class AnswerSupport(Command):
    """Record how much of it the young person, or its carer, says that there was, in their words."""

    week: date
    half_hours: HalfHours = Field(ge=0)
    said_by: Confirmer
    words: str | None = None
    on: When
    by: Subject


SupportCommand = RecordSupportGiven | AnswerSupport
