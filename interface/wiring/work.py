"""What moves by itself over the stores: projector, policies and clocks."""

from collections.abc import Sequence

from application.clock.breaches import BreachRunner
from application.policies.close_responses import CloseResponsesWhenAllIsSaid
from application.policies.expire_drafts import ExpireDrafts
from application.policies.follow import Follower, Policy
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
from application.telling.ports import Messenger
from application.telling.sending import Sending
from infrastructure.event_store.log import EventLog, StoredPolicyPositions
from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer
from infrastructure.messengers.log import LogMessenger
from infrastructure.messengers.mail import MailMessenger
from infrastructure.outbox import StoredOutbox
from infrastructure.read_models.childs_placements import StoredPlacementsOfChild
from infrastructure.read_models.dealings import StoredDealings
from interface.settings import Telling
from interface.wiring.stores import Stores
from interface.worker import Worker


def worker_of(stores: Stores, telling: Telling) -> Worker:
    shelf = stores.shelf
    return Worker(
        project=shelf.step,
        follower=_follower(stores),
        policies=_policies(stores),
        breaches=BreachRunner(stores.worklist, stores.office.casework, stores.clock, stores.ids),
        tell=_sending(stores, telling).step,
        access_log=stores.access_log,
        appended=stores.recorder.appended,
        projected=shelf.projected,
        forget=stores.streams.remembered.sweep,
        behind=lambda position: bool(shelf.freshness(position).behind),
    )


def _follower(stores: Stores) -> Follower:
    return Follower(
        log=EventLog(stores.recorder, stores.streams.codec),
        positions=StoredPolicyPositions(stores.database, stores.recorder),
        casework=stores.office.casework,
        clock=stores.clock,
        ids=stores.ids,
    )


def _sending(stores: Stores, telling: Telling) -> Sending:
    return Sending(
        outbox=StoredOutbox(stores.database),
        messenger=_messenger(telling),
        registers=stores.registers,
        portal=telling.portal,
        most=telling.attempts,
    )


def _messenger(telling: Telling) -> Messenger:
    return LogMessenger() if telling.mail is None else MailMessenger(telling.mail)


def _policies(stores: Stores) -> Sequence[Policy]:
    streams = stores.streams
    shelf = stores.shelf
    distances = HomeDistances(stores.registers, GazetteerDistances(Gazetteer.installed()))

    def behind(position: int) -> Sequence[str]:
        return shelf.freshness(position).behind

    dealings = StoredDealings(shelf.open, behind)
    placements = StoredPlacementsOfChild(stores.owners, behind)
    keeping = ClockKeeping(streams, stores.editions, stores.clock, placements)
    return (
        KeepClocks(keeping),
        KeepClocksOfHomes(keeping),
        ReleaseReservations(stores.office),
        ReleaseBlockBeds(stores.registers),
        ExpireDrafts(streams),
        ResumeSearches(streams),
        CloseResponsesWhenAllIsSaid(streams, stores.clock),
        FulfilReferralWhenPlacementStarts(streams),
        NoteHousedChildren(stores.office),
        NoteSiblingsWhoLeave(stores.office),
        LapseOffersThatRanOut(streams, stores.clock),
        LeaveToPeople(streams),
        StandSuspendedProvidersDown(stores.registers, dealings),
        ReviewRisksOfSuspended(stores.registers, dealings),
        TellChildrenOfTheirHome(stores.registers),
        TellChildrenOfTheirCarers(stores.registers),
        WatchAreasToAvoid(distances, placements),
        WatchConcerns(streams),
        WatchHomesToCome(stores.registers),
        WatchPreferredOffers(stores.registers, dealings),
        WatchQuality(streams),
        NoteNoticesRanOut(streams),
        WatchNotices(stores.office, placements),
        WatchAbsences(streams, stores.editions),
        FollowImmediateEnds(stores.registers, placements),
        TellProvidersWhatWaits(streams),
    )
