"""Every rule between somebody and a home: the gates that a placement passes, then the wishes.

Pure. All are asked of every home, so that whoever looks sees everything that would have to
change, and not only the first thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from application.matching.candidate import Candidate, co_residents, needs_stated
from application.matching.errors import (
    FurtherThanAsked,
    LocalityNotAsked,
    NeedNotStated,
    TooManyCoResidents,
)
from application.matching.sought import Sought
from application.shared.distances import LocationRisk
from domain.referral.errors import NotOnLot
from domain.setting.errors import OverCapacity
from domain.setting.nights import Claim, Places
from domain.setting.questions import home_on
from domain.setting.rules import require_open_throughout, require_room
from domain.shared import admission
from domain.shared.breaches import Breach, Gate, broken
from domain.shared.errors import RuleBroken
from domain.shared.terms import LotTerms

GATES: Mapping[type[RuleBroken], str] = {
    admission.Under16InOtherArrangements: "Nothing cures it before the 16th birthday.",
    admission.UnregisteredAt16Or17: "Look for a home whose registration is in force that day.",
    admission.SettingNotRegistered: "Look for a home whose registration is in force that day.",
    admission.HomeNotOfLot: "Look in a lot that is for this kind of home.",
    admission.AgeOutsideCategory: "Look in a lot or a home that takes this age.",
    admission.SettingNotOpen: "Ask for nights on which the home is open.",
    admission.SettingRestricted: "Wait until the restriction is lifted; nobody may override it.",
    admission.ProviderSuspended: "Wait until somebody else lifts the provider's suspension.",
    NotOnLot: "Admit the provider to the lot, or look in a lot that it is on.",
    admission.LocationRisk: "Choose another home; who may, lifts the area if it holds no more.",
    OverCapacity: "Ask for nights on which there is a place.",
}
"""The gates that a placement passes, and what would cure each."""

WISHES: Mapping[type[RuleBroken], str] = {
    NeedNotStated: "Ask the home; record it in its statement of purpose if it can meet the need.",
    FurtherThanAsked: "Ask for homes further away.",
    LocalityNotAsked: "Ask for other areas as well.",
    TooManyCoResidents: "Ask for a home in which more young people live.",
}
"""What only this search asks, and what would bring a home back."""

CURES = {rule.code: cure for rule, cure in {**GATES, **WISHES}.items()}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every rule that leaves a home out; nothing else leaves one out (4-023)."""

    reasons: Sequence[Breach]

    @property
    def fits(self) -> bool:
        return not self.reasons

    @property
    def passed(self) -> Sequence[str]:
        shut = {each.code for each in self.reasons}
        return [rule.code for rule in GATES if rule.code not in shut]


def judged(candidate: Candidate, sought: Sought, lot: LotTerms | None) -> Judgement:
    found = broken([*_gates(candidate, sought, lot), *_wishes(candidate, sought)])
    # Two gates may share a code: the later one says on which nights.
    return Judgement(list({each.code: each for each in found}.values()))


def stay_of(sought: Sought) -> Claim:
    """The places that would be taken, by night: one for each child."""
    return Claim(from_=sought.arrives, until=sought.leaves, count=len(sought.born_on))


def places_with(candidate: Candidate, sought: Sought) -> Places:
    """The home's places with this stay among what is taken."""
    places = candidate.listed.places()
    return replace(places, claims=[*places.claims, stay_of(sought)])


def _gates(candidate: Candidate, sought: Sought, lot: LotTerms | None) -> Iterator[Gate]:
    category = lot.ages if lot else None
    arrives, leaves = sought.arrives, sought.leaves
    for born_on in sought.born_on:
        yield from admission.admission_gates(candidate.home, born_on, arrives, category)
        if leaves is not None:
            last = leaves - timedelta(days=1)
            then = home_on(candidate.listed, last)
            yield partial(admission.require_registered, then, born_on, last)
    yield partial(require_open_throughout, candidate.listed.closures, arrives, leaves)
    yield partial(_require_on_lot, candidate)
    if lot is not None and not candidate.own:
        yield partial(admission.require_kind, lot, candidate.home)
    in_area = candidate.location_risk is LocationRisk.AVOID
    yield partial(admission.require_away_from_risk, in_area_to_avoid=in_area)
    yield partial(require_room, places_with(candidate, sought), arrives, leaves)


def _require_on_lot(candidate: Candidate) -> None:
    # In house first: the council's own homes are bought under no lot.
    if candidate.on_lot is False and not candidate.own:
        raise NotOnLot(providers=[str(candidate.home.provider_id)])


def _wishes(candidate: Candidate, sought: Sought) -> Sequence[Gate]:
    return [
        partial(_require_needs, candidate, sought),
        partial(_require_near, candidate, sought),
        partial(_require_locality, candidate, sought),
        partial(_require_small, candidate, sought),
    ]


def _require_needs(candidate: Candidate, sought: Sought) -> None:
    stated = needs_stated(candidate, stay_of(sought)) or frozenset()
    missing = sorted(set(sought.wishes.essential_needs) - stated)
    if missing:
        raise NeedNotStated(f"It does not say so of: {', '.join(missing)}.")


def _require_near(candidate: Candidate, sought: Sought) -> None:
    """A distance that is not known leaves no home out: it is shown as not known (6-59)."""
    most, way = sought.wishes.within_tenths, candidate.ways.from_home
    if most is not None and way is not None and way > most:
        raise FurtherThanAsked(f"It is {way / 10:.1f} miles away, and {most / 10:.1f} were asked.")


def _require_locality(candidate: Candidate, sought: Sought) -> None:
    asked = sought.wishes.localities
    if asked and candidate.locality not in asked:
        raise LocalityNotAsked(f"It is {candidate.locality.value.replace('_', ' ')}.")


def _require_small(candidate: Candidate, sought: Sought) -> None:
    most = sought.wishes.max_co_residents
    there = co_residents(candidate.listed.places(), stay_of(sought))
    if most is not None and there > most:
        raise TooManyCoResidents(f"{there} would live there, and {most} were asked at most.")
