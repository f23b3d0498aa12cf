"""The homes of a return, before and after its children: listed first, told of stays last."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from application.imports.ssda903.carrying_out.home_keys import ReturnedHome
from application.imports.ssda903.carrying_out.listing import (
    HomeAtHand,
    Listing,
    as_it_will_be,
    is_this,
)
from application.imports.ssda903.carrying_out.ports import Keys, RegisteredHomes
from application.imports.ssda903.carrying_out.retelling import Declined, Retelling
from application.imports.ssda903.carrying_out.run import Run, batches
from application.imports.ssda903.carrying_out.stays import StayThere, tell_stays
from application.shared.casework import Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion
from domain import provider, setting
from domain.provider.state import NotKnown
from domain.setting.state import Listed, NotListed
from domain.shared.envelope import FileId, StreamId
from domain.shared.vocabulary import PlacementId, ProviderId, SettingId

Tell = Callable[[int], None]
Located = Sequence[tuple[ReturnedHome, StreamId]]


@dataclass(frozen=True)
class HomesOfReturn:
    run: Run
    listing: Listing
    register: RegisteredHomes
    keys: Keys

    def list_all(
        self, homes: Sequence[ReturnedHome], tell: Tell
    ) -> Mapping[PlacementId, HomeAtHand]:
        """Have every home in the register, and answer with the home of each stay."""
        urns = frozenset(home.urn for home in homes if home.urn)
        by_urn = self.register.with_urns(self.listing.keys.authority, urns)
        at_hand: dict[PlacementId, HomeAtHand] = {}
        for batch in batches(homes):
            located = [(home, self._stream(home, by_urn)) for home in batch]
            self.keys.create_all([FileId(stream) for _, stream in located])
            self.run.act(partial(self._list, located, at_hand))
            tell(len(batch))
        return at_hand

    def tell_stays(
        self, stays: Mapping[SettingId, Sequence[StayThere]], tell: Tell
    ) -> Sequence[Declined]:
        """Tell the homes that are listed who came and who left."""
        declined: dict[StreamId, Sequence[Declined]] = {}
        for batch in batches(list(stays.items())):
            self.keys.ready([FileId(stream_of("setting", home)) for home, _ in batch])
            self.run.act(partial(self._tell, batch, declined))
            tell(len(batch))
        return [each for refusals in declined.values() for each in refusals]

    def _stream(self, home: ReturnedHome, by_urn: Mapping[str, Sequence[SettingId]]) -> StreamId:
        """Where the home is listed, by the import or under its URN; else where it will be."""
        own = stream_of("setting", home.setting_id)
        if self.run.streams.read(own).events:
            return own
        for setting_id in by_urn.get(home.urn or "", ()):
            stream = stream_of("setting", setting_id)
            if is_this(self.run.streams.read(stream), home):
                return stream
        return own

    def _list(
        self, located: Located, at_hand: dict[PlacementId, HomeAtHand], occasion: Occasion
    ) -> Sequence[Ask]:
        asks: list[Ask] = []
        providers: dict[ProviderId, Retelling] = {}
        for home, stream in located:
            telling = self.run.telling(stream, setting.decider, occasion)
            if isinstance(telling.state, NotListed):
                self._know_provider(home, providers, occasion)
            self.listing.tell(telling, home)
            asks += telling.asks()
            there = as_it_will_be(telling, home)
            at_hand.update({stay.placement_id: there for stay in home.stays})
        return [*(ask for each in providers.values() for ask in each.asks()), *asks]

    def _know_provider(
        self, home: ReturnedHome, providers: dict[ProviderId, Retelling], occasion: Occasion
    ) -> None:
        entry = self.listing.provider(home)
        if entry is None or entry.provider_id in providers:
            return
        stream = stream_of("provider", entry.provider_id)
        telling = self.run.telling(stream, provider.decider, occasion)
        providers[entry.provider_id] = telling
        if isinstance(telling.state, NotKnown):
            telling.tell(entry)

    def _tell(
        self,
        batch: Sequence[tuple[SettingId, Sequence[StayThere]]],
        declined: dict[StreamId, Sequence[Declined]],
        occasion: Occasion,
    ) -> Sequence[Ask]:
        asks: list[Ask] = []
        for setting_id, stays in batch:
            stream = stream_of("setting", setting_id)
            telling = self.run.telling(stream, setting.decider, occasion)
            if isinstance(telling.state, Listed):
                tell_stays(telling, stays)
                asks += telling.asks()
            declined[stream] = telling.declined
        return asks
