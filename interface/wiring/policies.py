"""The policies, by topic and in the order in which each takes its step."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from application.policies.close_responses import CloseResponsesWhenAllIsSaid
from application.policies.expire_drafts import ExpireDrafts
from application.policies.follow import Policy
from application.policies.follow_immediate_ends import FollowImmediateEnds
from application.policies.fulfil_referral import FulfilReferralWhenPlacementStarts
from application.policies.keep_clocks import ClockKeeping, KeepClocks, KeepClocksOfHomes
from application.policies.lapse_offers import LapseOffersThatRanOut
from application.policies.leave_to_people import LeaveToPeople
from application.policies.note_housed import NoteHousedChildren
from application.policies.note_notices_ran_out import NoteNoticesRanOut
from application.policies.note_siblings_who_leave import NoteSiblingsWhoLeave
from application.policies.release_block_beds import ReleaseBlockBeds
from application.policies.release_reservations import ReleaseReservations
from application.policies.resume_searches import ResumeSearches
from application.policies.review_risks import ReviewRisksOfSuspended
from application.policies.stand_down import StandSuspendedProvidersDown
from application.policies.tell_of_carers import TellChildrenOfTheirCarers
from application.policies.tell_of_home import TellChildrenOfTheirHome
from application.policies.tell_providers import TellProvidersWhatWaits
from application.policies.watch_absences import WatchAbsences
from application.policies.watch_areas_to_avoid import WatchAreasToAvoid
from application.policies.watch_concerns import WatchConcerns
from application.policies.watch_homes_to_come import WatchHomesToCome
from application.policies.watch_notices import WatchNotices
from application.policies.watch_preferred_offers import WatchPreferredOffers
from application.policies.watch_quality import WatchQuality
from application.shared.distances import HomeDistances
from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer
from infrastructure.read_models.childs_placements import StoredPlacementsOfChild
from infrastructure.read_models.dealings import StoredDealings
from interface.wiring.stores import Stores


@dataclass(frozen=True)
class _Bench:
    """What several policies share, made once."""

    stores: Stores

    @cached_property
    def dealings(self) -> StoredDealings:
        return StoredDealings(self.stores.shelf.open, self._behind)

    @cached_property
    def placements(self) -> StoredPlacementsOfChild:
        return StoredPlacementsOfChild(self.stores.owners, self._behind)

    def _behind(self, position: int) -> Sequence[str]:
        return self.stores.shelf.freshness(position).behind


def policies_of(stores: Stores) -> Sequence[Policy]:
    bench = _Bench(stores)
    return (
        *_by_the_clock(bench),
        *_searches(stores),
        LeaveToPeople(stores.streams),
        *_suspensions(bench),
        *_homes_and_children(bench),
        *_providers(bench),
        *_leaving(bench),
        TellProvidersWhatWaits(stores.streams),
    )


def _by_the_clock(bench: _Bench) -> Sequence[Policy]:
    """What is due, and what is held at a home until its day has come."""
    stores = bench.stores
    keeping = ClockKeeping(stores.streams, stores.editions, stores.clock, bench.placements)
    return (
        KeepClocks(keeping),
        KeepClocksOfHomes(keeping),
        ReleaseReservations(stores.office),
        ReleaseBlockBeds(stores.registers),
    )


def _searches(stores: Stores) -> Sequence[Policy]:
    """How a search goes on, closes and ends."""
    streams = stores.streams
    return (
        ExpireDrafts(streams),
        ResumeSearches(streams),
        CloseResponsesWhenAllIsSaid(streams, stores.clock),
        FulfilReferralWhenPlacementStarts(streams),
        NoteHousedChildren(stores.office),
        NoteSiblingsWhoLeave(stores.office),
        LapseOffersThatRanOut(streams, stores.clock),
    )


def _suspensions(bench: _Bench) -> Sequence[Policy]:
    """What follows for searches and for children from the suspension of a provider."""
    registers = bench.stores.registers
    return (
        StandSuspendedProvidersDown(registers, bench.dealings),
        ReviewRisksOfSuspended(registers, bench.dealings),
    )


def _homes_and_children(bench: _Bench) -> Sequence[Policy]:
    """What is learnt of a home or a place matters to each child there, or on its way there."""
    registers = bench.stores.registers
    distances = HomeDistances(registers, GazetteerDistances(Gazetteer.installed()))
    return (
        TellChildrenOfTheirHome(registers),
        TellChildrenOfTheirCarers(registers),
        WatchAreasToAvoid(distances, bench.placements),
        WatchConcerns(bench.stores.streams),
        WatchHomesToCome(registers),
    )


def _providers(bench: _Bench) -> Sequence[Policy]:
    """Whether a provider that is preferred may still be given a child, and what it owes."""
    return (
        WatchPreferredOffers(bench.stores.registers, bench.dealings),
        WatchQuality(bench.stores.streams),
    )


def _leaving(bench: _Bench) -> Sequence[Policy]:
    """A child is to go, is away, or was moved at once."""
    stores = bench.stores
    return (
        NoteNoticesRanOut(stores.streams),
        WatchNotices(stores.office, bench.placements),
        WatchAbsences(stores.streams, stores.editions),
        FollowImmediateEnds(stores.registers, bench.placements),
    )
