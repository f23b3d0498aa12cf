"""A joint service's dated facts: how its funders' formal agreement stood, from when until when."""

from collections.abc import Iterable, Sequence

from domain.joint_service.events import AgreementNoted, JointServiceEvent, ServiceAgreed
from domain.shared.chronology import Period, in_business_order
from domain.shared.envelope import Recorded
from domain.shared.money import AgreementStanding


class StandingPeriod(Period):
    standing: AgreementStanding


def chronology(history: Iterable[Recorded[JointServiceEvent]]) -> Sequence[StandingPeriod]:
    """From the day on which the service was agreed, in order."""
    line: list[StandingPeriod] = []
    for recorded in in_business_order(history):
        match recorded.event:
            case (
                ServiceAgreed(on=since, standing=standing)
                | AgreementNoted(since=since, standing=standing)
            ):
                if line:
                    ended = {"until": since, "ended_by": recorded.event_id}
                    line[-1] = line[-1].model_copy(update=ended)
                line.append(
                    StandingPeriod(since=since, source=recorded.event_id, standing=standing)
                )
            case _:
                pass
    return line
