"""The rooms of a search, joined to what they stand on."""

from dataclasses import dataclass
from functools import cached_property

from application.clock.worklist import Worklist
from application.matching.for_referral import SoughtByReferral
from application.referral.answering import AnsweringHandlers
from application.referral.choice import ChoiceHandlers, LettingGoHandlers, Selections
from application.referral.comparison import Comparing
from application.referral.copies import CopyHandlers
from application.referral.disclosure import DisclosureHandlers
from application.referral.emergency import EmergencyHandlers
from application.referral.entered import EnteredHandlers
from application.referral.evaluation import EvaluationHandlers
from application.referral.funding_view import FundingViews
from application.referral.in_house import InHouseHandlers
from application.referral.joining import JoiningHandlers
from application.referral.market import MarketHandlers
from application.referral.money import MoneyHandlers
from application.referral.own_homes import OwnHomes
from application.referral.packs_seen import PackRecords
from application.referral.parting import PartingHandlers
from application.referral.pausing import PausingHandlers
from application.referral.proposing import Proposing
from application.referral.publishing import PublishingHandlers
from application.referral.queue import Queue
from application.referral.recognising import Recognising
from application.referral.request import RequestHandlers
from application.referral.resharing import ResharingHandlers
from application.referral.shares import ShareHandlers
from application.referral.spoken import SpokenHandlers
from application.referral.standing_offers import OfferHandlers
from application.referral.triage import TriageHandlers
from application.referral.view.reading import ReferralViews
from application.referral.words_that_leave import WordsThatLeave
from application.shared.distances import Distances, HomeDistances
from infrastructure.documents.reading import TextsApart
from infrastructure.read_models.board_pages import StoredBoard
from infrastructure.read_models.homes import StoredHomesOnRegister
from infrastructure.read_models.lot_members import StoredLotMembers
from infrastructure.read_models.own_invitations import StoredInvitations
from interface.search_rooms import (
    AskingRooms,
    ChoosingRooms,
    LookedUpRooms,
    MarketRooms,
    SearchRooms,
)
from interface.wiring.stores import Stores


@dataclass(frozen=True)
class _Bench:
    """What several of these rooms share, made once."""

    stores: Stores
    distances: HomeDistances
    places: Distances

    @cached_property
    def requests(self) -> RequestHandlers:
        return RequestHandlers(self.stores.registers, self.stores.editions)

    @cached_property
    def invitations(self) -> StoredInvitations:
        return StoredInvitations(self.stores.shelf.open, self.stores.sealer)

    @cached_property
    def proposing(self) -> Proposing:
        stores = self.stores
        return Proposing(
            stores.registers, self.requests, stores.editions, stores.owners, self.distances
        )

    @cached_property
    def recognising(self) -> Recognising:
        return Recognising(self.stores.registers, self.stores.owners)

    @cached_property
    def words(self) -> WordsThatLeave:
        return WordsThatLeave(self.requests.siblings, self.recognising)

    @cached_property
    def publishing(self) -> PublishingHandlers:
        members = StoredLotMembers(self.stores.shelf.open)
        return PublishingHandlers(self.stores.registers, self.requests, members, self.recognising)


def search_rooms(stores: Stores, distances: HomeDistances, places: Distances) -> SearchRooms:
    bench = _Bench(stores, distances, places)
    return SearchRooms(
        **vars(_asking(bench)),
        **vars(_market(bench)),
        **vars(_choosing(bench)),
        **vars(_looked_up(bench)),
    )


def _asking(bench: _Bench) -> AskingRooms:
    registers, requests = bench.stores.registers, bench.requests
    own_homes = _own_homes(bench.stores, bench.places)
    return AskingRooms(
        requests=requests,
        triage=TriageHandlers(registers, requests),
        pausing=PausingHandlers(requests),
        in_house=InHouseHandlers(registers, requests, bench.proposing, own_homes),
        spoken=SpokenHandlers(requests),
        parting=PartingHandlers(requests),
    )


def _market(bench: _Bench) -> MarketRooms:
    registers, requests, asked = bench.stores.registers, bench.requests, bench.invitations
    market = MarketHandlers(bench.publishing, bench.words)
    documents = bench.stores.documents
    return MarketRooms(
        publishing=bench.publishing,
        market=market,
        emergency=EmergencyHandlers(bench.publishing, market),
        disclosure=DisclosureHandlers(bench.publishing, bench.proposing, asked),
        answering=AnsweringHandlers(registers, requests, asked),
        offers=OfferHandlers(requests, bench.proposing, asked, bench.words),
        entered=EnteredHandlers(registers.office, bench.proposing, asked),
        copies=CopyHandlers(registers, requests, bench.recognising, documents, TextsApart(), asked),
    )


def _choosing(bench: _Bench) -> ChoosingRooms:
    registers, requests, words = bench.stores.registers, bench.requests, bench.words
    comparing = Comparing(requests, bench.distances)
    selections = Selections(registers, comparing, words)
    money = MoneyHandlers(registers, requests, words)
    return ChoosingRooms(
        evaluation=EvaluationHandlers(requests, bench.invitations, words),
        comparing=comparing,
        choices=ChoiceHandlers(registers, requests, bench.proposing, selections),
        letting_go=LettingGoHandlers(bench.stores.office, bench.proposing),
        joining=JoiningHandlers(requests, bench.proposing),
        money=money,
        shares=ShareHandlers(requests, words),
        resharing=ResharingHandlers(requests, money, words),
    )


def _looked_up(bench: _Bench) -> LookedUpRooms:
    streams, log_times = bench.stores.streams, bench.stores.log_times
    board = StoredBoard(bench.stores.shelf.open)
    return LookedUpRooms(
        queue=Queue(board, worklist(bench.stores), streams),
        views=ReferralViews(streams, log_times),
        invitations=bench.invitations,
        packs=PackRecords(streams),
        funding=FundingViews(streams, log_times),
    )


def _own_homes(stores: Stores, distances: Distances) -> OwnHomes:
    return OwnHomes(
        stores.registers,
        SoughtByReferral(stores.streams, stores.owners),
        StoredHomesOnRegister(stores.shelf.open),
        distances,
        stores.log_times,
    )


def worklist(stores: Stores) -> Worklist:
    return Worklist(stores.worklist, stores.streams, stores.log_times)
