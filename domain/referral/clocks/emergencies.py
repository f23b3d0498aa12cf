"""The emergency's own deadlines: a home by the close of the office, full information after 72 h."""

from collections.abc import Iterator, Sequence

from domain.referral.clocks.urgency import Beginning, beginnings
from domain.referral.events import ReferralEvent
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.emergency import FullInformationSupplied
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.housed import ChildHomeless, ChildHoused, PlacementJoined
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.siblings import SearchNarrowed, SiblingMovedIn
from domain.referral.events.triage import RequestAmended
from domain.referral.history import History
from domain.referral.triage import RequestChange
from domain.shared.clock_catalogue import C_EMERG_SAMEDAY, C_INFO_72
from domain.shared.clocks import Clock, ClockTerms, met, opened, stopped
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import PlacementId, ProviderId


def emergency_clocks(told: History, terms: ClockTerms) -> Iterator[Clock]:
    """None for a search of which nothing was ever told as an emergency."""
    begun = beginnings(told)
    if not begun:
        return
    rest = told[told.index(begun[0].told) :]
    yield _same_day(told, rest, begun[0], terms)
    yield _information(told, rest, begun, terms)


def _same_day(told: History, rest: History, first: Beginning, terms: ClockTerms) -> Clock:
    """Until the next close of the office (R-03), met by the child's arrival."""
    limit = terms.limits[C_EMERG_SAMEDAY]
    clock = opened(first.told, C_EMERG_SAMEDAY, limit, terms, key=C_EMERG_SAMEDAY)
    home = _all_housed(told)
    for recorded in rest:
        match recorded.event:
            case ReferralFulfilled():
                clock = met(clock, recorded)
            case ChildHoused() if recorded is home:
                clock = met(clock, recorded)
            case ReferralWithdrawn() | RequestAmended(now=RequestChange(emergency=False)):
                clock = stopped(clock, recorded)
            case _:
                pass
    return clock


def _information(
    told: History, rest: History, begun: Sequence[Beginning], terms: ClockTerms
) -> Clock:
    """From when it began for who was chosen; until somebody is, from the first of all (R-07)."""
    chosen = _chosen(told)
    theirs = [each for each in begun if chosen in each.providers]
    limit = terms.limits[C_INFO_72]
    clock = opened([*theirs, *begun][0].told, C_INFO_72, limit, terms, key=C_INFO_72)
    home = None if chosen is not None else _all_housed(told)
    for recorded in rest:
        match recorded.event:
            case ChildHoused() if recorded is home:
                clock = stopped(clock, recorded)
            case FullInformationSupplied(provider_id=provider_id) if provider_id == chosen:
                clock = met(clock, recorded)
            case ReferralWithdrawn() | RequestAmended(now=RequestChange(emergency=False)):
                clock = stopped(clock, recorded)
            case _:
                pass
    return clock


def _all_housed(told: History) -> Recorded[ReferralEvent] | None:
    """With whom the last child who is looked for was housed otherwise; none while one is not."""
    children: set[int] = set()
    homes: set[tuple[int, PlacementId]] = set()
    last = None
    for recorded in told:
        match recorded.event:
            case ReferralDrafted(siblings=siblings):
                children = set(range(1, 2 + len(siblings)))
            case SearchNarrowed(children=left):
                children -= set(left)
            case SiblingMovedIn(child=child):
                children.discard(child)
            case ChildHoused(child=child, placement_id=home):
                homes.add((child, home))
                last = last if _housed(children, homes - {(child, home)}) else recorded
            case ChildHomeless(child=child, placement_id=home):
                homes.discard((child, home))
            case _:
                pass
    return last if _housed(children, homes) else None


def _housed(children: set[int], homes: set[tuple[int, PlacementId]]) -> bool:
    return children <= {child for child, _ in homes}


def _chosen(told: History) -> ProviderId | None:
    chosen: ProviderId | None = None
    for recorded in told:
        match recorded.event:
            case (
                PreferredOfferSelected(provider_id=provider_id)
                | PlacementJoined(provider_id=provider_id)
            ):
                chosen = provider_id
            case PreferredOfferDeselected():
                chosen = None
            case _:
                pass
    return chosen
