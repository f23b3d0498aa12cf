"""What a provider's entry must remember in order to decide."""

from dataclasses import dataclass, field, replace
from datetime import date

from domain.provider.events import (
    LifeEvent,
    LotMembershipEnded,
    LotMembershipGranted,
    ProviderEvent,
    ProviderRegistered,
    ProviderSuspended,
    SuspensionLifted,
)
from domain.provider.life import Life, lived
from domain.provider.vocabulary import Stage, SuspensionScope
from domain.shared.errors import CorruptHistory
from domain.shared.moments import within
from domain.shared.vocabulary import ContractId, Subject


@dataclass(frozen=True, slots=True)
class Membership:
    """On a lot from a day up to, and without, `until`."""

    contract_id: ContractId
    lot: str
    from_: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return within(day, self.from_, self.until)

    def is_for(self, contract_id: ContractId, lot: str) -> bool:
        return (self.contract_id, self.lot) == (contract_id, lot)


@dataclass(frozen=True, slots=True)
class Suspension:
    """Suspended from a day up to, and without, `until`."""

    scope: SuspensionScope
    from_: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return within(day, self.from_, self.until)


@dataclass(frozen=True)
class NotKnown:
    """Nothing is known of this organisation."""


@dataclass(frozen=True)
class Engaged:
    """Listed; it may be asked on the lots that it is a member of."""

    memberships: tuple[Membership, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    """Past ones; the one that stands is the last of `Suspended.suspensions`."""

    life: Life = field(default_factory=Life)


@dataclass(frozen=True)
class Suspended:
    """Suspended, by these people: whoever lifts it is none of them."""

    memberships: tuple[Membership, ...]
    suspensions: tuple[Suspension, ...]
    suspenders: frozenset[Subject]
    life: Life = field(default_factory=Life)


Provider = NotKnown | Engaged | Suspended


def evolve(provider: Provider, event: ProviderEvent) -> Provider:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    if isinstance(provider, Engaged | Suspended) and isinstance(event, LifeEvent):
        return replace(provider, life=lived(provider.life, event))
    match provider, event:
        case NotKnown(), ProviderRegistered():
            return Engaged()
        case ((Engaged() | Suspended()), LotMembershipGranted()):
            new = Membership(event.contract_id, event.lot, event.from_)
            applied = provider.life.applied - {(event.contract_id, event.lot)}
            life = replace(provider.life, applied=applied)
            return replace(provider, memberships=(*provider.memberships, new), life=life)
        case ((Engaged() | Suspended()), LotMembershipEnded()):
            return replace(provider, memberships=_ended(provider.memberships, event))
        case Engaged(), ProviderSuspended():
            new_one = Suspension(event.scope, event.from_)
            suspended = (*provider.suspensions, new_one)
            by = frozenset({event.by})
            return Suspended(provider.memberships, suspended, by, provider.life)
        case Suspended(), ProviderSuspended():
            return _suspended_again(provider, event)
        case Suspended(), SuspensionLifted():
            *past, standing = provider.suspensions
            lifted = replace(standing, until=event.on)
            return Engaged(provider.memberships, (*past, lifted), provider.life)
        case _:
            raise CorruptHistory(provider, event)


def _suspended_again(provider: Suspended, event: ProviderSuspended) -> Suspended:
    *past, standing = provider.suspensions
    return Suspended(
        memberships=provider.memberships,
        suspensions=(
            *past,
            replace(standing, until=event.from_),
            Suspension(event.scope, event.from_),
        ),
        suspenders=provider.suspenders | {event.by},
        life=provider.life,
    )


def _ended(
    memberships: tuple[Membership, ...], event: LotMembershipEnded
) -> tuple[Membership, ...]:
    return tuple(
        replace(each, until=event.on)
        if each.is_for(event.contract_id, event.lot) and each.until is None
        else each
        for each in memberships
    )


def is_member(provider: Provider, contract_id: ContractId, lot: str, day: date) -> bool:
    """Whether the provider is on this lot on this day, suspended or not."""
    return not isinstance(provider, NotKnown) and any(
        each.is_for(contract_id, lot) and each.covers(day) for each in provider.memberships
    )


def suspension_on(provider: Provider, day: date) -> SuspensionScope | None:
    """How far the provider is suspended on this day, if it is."""
    if isinstance(provider, NotKnown):
        return None
    return next((each.scope for each in provider.suspensions if each.covers(day)), None)


def is_barred(provider: Provider, day: date) -> bool:
    """Whether it may be given nothing new: suspended or gone that day, or decided to be (R-59)."""
    leaving = not isinstance(provider, NotKnown) and provider.life.is_leaving()
    return leaving or isinstance(provider, Suspended) or is_suspended(provider, day)


def is_suspended(provider: Provider, day: date) -> bool:
    """Whether anything new may not be asked of it on this day (PROVIDER_SUSPENDED)."""
    gone = not isinstance(provider, NotKnown) and provider.life.is_gone(day)
    return gone or suspension_on(provider, day) is not None


def stage_on(provider: Provider, day: date) -> Stage | None:
    """Where a provider stands on a day, by what is remembered of it; none of one not known."""
    if isinstance(provider, NotKnown):
        return None
    life, scope = provider.life, suspension_on(provider, day)
    on_a_lot = any(each.covers(day) for each in provider.memberships)
    found = (
        (life.removed and life.is_gone(day), Stage.REMOVED),
        (life.is_gone(day), Stage.EXITED),
        (life.is_leaving(), Stage.EXITING),
        (scope is SuspensionScope.ALL, Stage.SUSPENDED_ALL),
        (scope is SuspensionScope.NEW_PLACEMENTS, Stage.SUSPENDED_NEW_PLACEMENTS),
        (on_a_lot, Stage.ACTIVE),
        (bool(life.applied), Stage.APPLYING),
        (bool(life.refused), Stage.REFUSED),
    )
    return next((stage for holds, stage in found if holds), Stage.PROSPECTIVE)
