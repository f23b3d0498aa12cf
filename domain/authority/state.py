"""What an authority's entry must remember, and what is asked of it by the day."""

from dataclasses import dataclass, replace
from datetime import date

from domain.authority.boundaries import Boundaries
from domain.authority.events import (
    AuthorityEstablished,
    AuthorityEvent,
    BoundariesChanged,
    FundingLimitSet,
    OfficerListed,
)
from domain.shared.envelope import GssCode
from domain.shared.errors import CorruptHistory
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Locality, Pence, Provision, Subject


@dataclass(frozen=True)
class NotEstablished:
    """Nothing is known of this council."""


@dataclass(frozen=True)
class Established:
    """A council, with every edition of its boundaries and limits in the order recorded."""

    gss: GssCode
    name: str
    editions: tuple[Boundaries, ...]
    limits: tuple[FundingLimitSet, ...] = ()
    officers: tuple[OfficerListed, ...] = ()


Authority = NotEstablished | Established


def evolve(authority: Authority, event: AuthorityEvent) -> Authority:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match authority, event:
        case NotEstablished(), AuthorityEstablished():
            return Established(event.gss, event.name, (event.boundaries,))
        case Established(editions=editions), BoundariesChanged(boundaries=boundaries):
            return replace(authority, editions=(*editions, boundaries))
        case Established(limits=limits), FundingLimitSet():
            return replace(authority, limits=(*limits, event))
        case Established(officers=officers), OfficerListed():
            return replace(authority, officers=(*officers, event))
        case _:
            raise CorruptHistory(authority, event)


def boundaries_on(authority: Authority, day: date) -> Boundaries | None:
    """The edition in force: the newest begun, and of two from one day the later recorded."""
    if isinstance(authority, NotEstablished):
        return None
    begun = [edition for edition in authority.editions if edition.from_ <= day]
    return max(reversed(begun), key=lambda edition: edition.from_, default=None)


def locality_on(authority: Authority, district: GssCode | None, day: date) -> Locality:
    """Where a home lies, by the boundaries of that day; not known before the first (6-58)."""
    boundaries = boundaries_on(authority, day)
    return Locality.NOT_KNOWN if boundaries is None else boundaries.locality(district)


def funding_limit(
    authority: Authority, role: str, day: date, provision: Provision | None = None
) -> Pence | None:
    """The highest weekly price in pence that a role may authorise on a day.

    None is without limit. A role that was given no limit may authorise nothing: nought.
    """
    limits = [] if isinstance(authority, NotEstablished) else authority.limits
    mine = [each for each in limits if each.role == role and each.from_ <= day]
    for about in (provision, None):
        fitting = [each for each in mine if each.provision is about]
        newest = max(reversed(fitting), key=lambda each: each.from_, default=None)
        if newest is not None:
            return newest.limit
    return Pence(0)


def roles_able(
    authority: Authority, weekly: Pence, day: date, provision: Provision | None = None
) -> tuple[str, ...]:
    """The roles whose own limit is high enough for a weekly price, by name."""
    limits = [] if isinstance(authority, NotEstablished) else authority.limits
    found = {}
    for role in {each.role for each in limits}:
        limit = funding_limit(authority, role, day, provision)
        found[role] = limit is None or weekly <= limit
    return tuple(sorted(role for role, able in found.items() if able))


def roles_of(
    authority: Authority, officer: Subject, day: date, noted_by: Subject | None = None
) -> frozenset[str] | None:
    """In which roles somebody acts for the council on a day; none where it keeps no list yet.

    Names are compared as they are signed in with, letter by letter. For who listed the
    officer, and now notes that officer's word, it is in none: both would be one person's.
    """
    begun = _officers_on(authority, day)
    if not begun:
        return None
    entry = begun.get(officer)
    if entry is None or (noted_by is not None and is_same_person(entry.by, noted_by)):
        return frozenset()
    return frozenset(entry.roles)


def officers_on(authority: Authority, day: date, role: str | None = None) -> list[OfficerListed]:
    """Who acts for the council on a day, by name; of one role only, where one is named."""
    begun = _officers_on(authority, day)
    return [
        begun[officer]
        for officer in sorted(begun)
        if begun[officer].roles and (role is None or role in begun[officer].roles)
    ]


def _officers_on(authority: Authority, day: date) -> dict[Subject, OfficerListed]:
    """The newest entry begun of each; of two from one day the later recorded."""
    if isinstance(authority, NotEstablished):
        return {}
    begun = [each for each in authority.officers if each.from_ <= day]
    return {each.officer: each for each in sorted(begun, key=lambda each: each.from_)}
