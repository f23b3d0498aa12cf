"""Which services a council buys together with others, and how that agreement stands, by day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, Text

from application.joint_service.shown import ListedJointService
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.joint_service.chronology import chronology
from domain.joint_service.events import JointServiceEvent, ServiceAgreed
from domain.shared.envelope import GssCode
from domain.shared.money import AgreementStanding
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.of_council import of_council
from infrastructure.read_models.sheets import Row as NewRow

NAME = "joint_services"


def rows(history: History[JointServiceEvent]) -> Iterable[NewRow]:
    agreed = next(fact for fact in history.facts if isinstance(fact, ServiceAgreed))
    for period in chronology(history.events):
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "title": agreed.title,
            "runs_since": agreed.since,
            "runs_until": period.runs_until,
            "standing": period.standing.value,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("runs_since", Date, nullable=False),
        Column("runs_until", Date, nullable=False),
        Column("standing", Text, nullable=False),
    )


MODEL = Bitemporal(NAME, 2, "joint_service", columns, rows).read_model()


@dataclass(frozen=True)
class StoredJointServices:
    """`application.joint_service.queries.JointServiceList`."""

    reading: Reading

    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedJointService]:
        found = of_council(
            self.reading, NAME, "joint_service", council, of, after=after, limit=limit
        )
        return [
            ListedJointService(
                joint_service_id=joint_service_id,
                title=row.title,
                since=row.runs_since,
                until=row.runs_until,
                standing=AgreementStanding(row.standing),
            )
            for joint_service_id, row in found
        ]
