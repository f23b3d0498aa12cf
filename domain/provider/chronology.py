"""A provider's dated facts: on which lots, and when suspended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.provider.events import (
    LotMembershipEnded,
    LotMembershipGranted,
    ProviderEvent,
    ProviderSuspended,
    SuspensionLifted,
)
from domain.provider.vocabulary import SuspensionScope
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ContractId


class MembershipPeriod(Period):
    contract_id: ContractId
    lot: str


class SuspensionPeriod(Period):
    scope: SuspensionScope


@dataclass(frozen=True, slots=True)
class ProviderChronology:
    """Both oldest first, as they were recorded."""

    memberships: Sequence[MembershipPeriod] = field(default_factory=list)
    suspensions: Sequence[SuspensionPeriod] = field(default_factory=list)


def chronology(history: Iterable[Recorded[ProviderEvent]]) -> ProviderChronology:
    """Yield the periods of one provider from its history, in the order it was recorded."""
    memberships: list[MembershipPeriod] = []
    suspensions: list[SuspensionPeriod] = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        event, source = recorded.event, recorded.event_id
        match event:
            case LotMembershipGranted(contract_id=contract_id, lot=lot, from_=from_):
                memberships.append(
                    MembershipPeriod(since=from_, source=source, contract_id=contract_id, lot=lot)
                )
            case LotMembershipEnded():
                _end_membership(memberships, event, recorded)
            case ProviderSuspended(scope=scope, from_=from_):
                _end_suspension(suspensions, from_, recorded)
                suspensions.append(SuspensionPeriod(since=from_, source=source, scope=scope))
            case SuspensionLifted(on=on):
                _end_suspension(suspensions, on, recorded)
            case _:
                continue
    return ProviderChronology(memberships, suspensions)


def _end_membership(
    memberships: list[MembershipPeriod],
    event: LotMembershipEnded,
    recorded: Recorded[ProviderEvent],
) -> None:
    ended = {"until": event.on, "ended_by": recorded.event_id}
    for place, period in enumerate(memberships):
        same = (period.contract_id, period.lot) == (event.contract_id, event.lot)
        if same and period.until is None:
            memberships[place] = period.model_copy(update=ended)


def _end_suspension(
    suspensions: list[SuspensionPeriod], day: date, recorded: Recorded[ProviderEvent]
) -> None:
    if suspensions and suspensions[-1].until is None:
        ended = {"until": day, "ended_by": recorded.event_id}
        suspensions[-1] = suspensions[-1].model_copy(update=ended)
