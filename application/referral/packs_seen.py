"""What a provider could read of a child at an instant, exactly as it was (docs/domain/05, 5.4).

A pack is given out again as its canonical JSON. Its digest is worked out anew from that and
must be the one that was recorded when it was released.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from application.referral.invitation import OwnInvitation, own_invitation, pack_is_open
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import PackViewed
from domain.referral.events.emergency import PackReleased
from domain.referral.events.market import ReferralAmended
from domain.referral.events.search import ReferralPublished
from domain.referral.field_matrix import PackStage
from domain.referral.pack import canonical, digest
from domain.shared.envelope import Recorded
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId, Subject

History = Sequence[Recorded[ReferralEvent]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPack:
    """A pack as it was released. `content` is canonical JSON, and `sha256` its digest."""

    stage: PackStage
    sha256: str
    certified_by: Subject
    released_at: datetime
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPack(ReleasedPack):
    """One that a provider could read at the instant asked about; none opened is `None`."""

    opened_at: datetime | None


@dataclass(frozen=True)
class PackRecords:
    """Read from the stream itself: what was released is evidence."""

    streams: Reads

    def seen(self, referral_id: UUID, provider_id: ProviderId, at: datetime) -> Sequence[SeenPack]:
        """What this provider could read at that instant. `NotFound` if it was never asked."""
        return packs_seen(self._history(referral_id), provider_id, at)

    def released(self, referral_id: UUID, sha256: str) -> ReleasedPack:
        """The pack with this digest, whatever became of it since."""
        for pack in released_packs(self._history(referral_id)):
            if pack.sha256 == sha256:
                return pack
        raise NotFound("No pack with this digest was released.")

    def _history(self, referral_id: UUID) -> History:
        return self.streams.read(stream_of("referral", referral_id)).events


def released_packs(history: History) -> Iterator[ReleasedPack]:
    """Every version of the published pack, oldest first."""
    for recorded in history:
        if isinstance(recorded.event, ReferralPublished | ReferralAmended | PackReleased):
            yield _released(recorded.event)


def packs_seen(history: History, provider_id: ProviderId, at: datetime) -> Sequence[SeenPack]:
    if own_invitation(history, provider_id) is None:
        raise NotFound("This provider was not asked.")
    known = [recorded for recorded in history if recorded.recorded_at <= at]
    own = own_invitation(known, provider_id)
    if own is None or not pack_is_open(own.closes_at, at):
        return []
    beside = [_released(own.emergency)] if own.emergency and own.opened else []
    with_it = (SeenPack(**_fields(each), opened_at=_opened_at(known, own)) for each in beside)
    alone = (
        SeenPack(**_fields(_released(each.release)), opened_at=each.opened_at)
        for each in own.alone
        if each.opened_at is not None
    )
    return [*_published(known, own), *with_it, *alone]


def _published(known: History, own: OwnInvitation) -> Iterator[SeenPack]:
    shown = [pack for pack in released_packs(known) if pack.sha256 == own.sha256]
    for pack in shown[-1:]:
        yield SeenPack(**_fields(pack), opened_at=_opened_at(known, own))


def _opened_at(known: History, own: OwnInvitation) -> datetime | None:
    """The first opening of the version that is shown."""
    opened = [
        recorded.event.at
        for recorded in known
        if isinstance(recorded.event, PackViewed)
        and recorded.event.provider_id == own.invited.provider_id
        and recorded.event.sha256 in (None, own.sha256)
    ]
    return opened[-1] if own.opened and opened else None


def _released(event: ReferralPublished | ReferralAmended | PackReleased) -> ReleasedPack:
    return ReleasedPack(
        stage=event.pack.stage if isinstance(event, PackReleased) else PackStage.PUBLISHED,
        sha256=digest(event.pack),
        certified_by=event.certified_by,
        released_at=event.at,
        content=canonical(event.pack),
    )


def _fields(pack: ReleasedPack) -> dict[str, Any]:
    return {name: getattr(pack, name) for name in ReleasedPack.__dataclass_fields__}
