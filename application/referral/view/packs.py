"""Which packs were shown, to whom, and who opened them. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from application.referral.told import Told
from domain.referral.events.answers import PackViewed
from domain.referral.events.emergency import PackReleased
from domain.referral.events.market import PackWithdrawn, ReferralAmended
from domain.referral.events.search import ReferralPublished
from domain.referral.field_matrix import PackStage
from domain.referral.pack import RedactedPack
from domain.shared.vocabulary import (
    ProviderId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPublication:
    """What was released, who certified it, and its digest."""

    pack: RedactedPack
    sha256: str
    certified_by: Subject
    at: datetime
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPackVersion:
    """A version of the pack: when it was shown first, and since when it is not.

    It is shown to everybody who is asked, or to those alone that are named in `alone`.
    """

    stage: PackStage
    sha256: str
    material: bool
    certified_by: Subject
    at: datetime
    withdrawn_at: datetime | None = None
    opened_by: Sequence[ProviderId] = ()
    alone: Sequence[ProviderId] = ()


def publication(told: Told) -> ShownPublication | None:
    """What was last released, who certified it, and its digest."""
    released = [
        each.event for each in told if isinstance(each.event, ReferralPublished | ReferralAmended)
    ]
    if not released:
        return None
    names = ShownPublication.__dataclass_fields__
    return ShownPublication(**{name: getattr(released[-1], name) for name in names})


def pack_versions(told: Told) -> Sequence[ShownPackVersion]:
    """Every version in its order, and who opened which."""
    versions: list[ShownPackVersion] = []
    for each in told:
        match each.event:
            case ReferralPublished() | ReferralAmended() as released:
                versions.append(_version(released))
            case PackReleased() as beside:
                versions = _beside(versions, beside)
            case PackViewed() as viewed:
                versions = _opened(versions, viewed)
            case PackWithdrawn() as gone:
                versions = [_taken_back(version, gone) for version in versions]
            case _:
                pass
    return versions


def _beside(versions: Sequence[ShownPackVersion], released: PackReleased) -> list[ShownPackVersion]:
    """One that went to more providers later is the same version still."""
    same = [each for each in versions if each.sha256 == released.sha256]
    if not same:
        return [*versions, _version(released)]
    more = {*same[-1].alone, *released.providers} if released.offer_id else set()
    return [
        replace(each, alone=sorted(more, key=str)) if each is same[-1] else each
        for each in versions
    ]


def _opened(versions: Sequence[ShownPackVersion], viewed: PackViewed) -> list[ShownPackVersion]:
    """The published pack is opened with the newest minimum pack beside it; others by digest."""
    if any(each.alone and each.sha256 == viewed.sha256 for each in versions):
        newest: Collection[int] = [
            n for n, each in enumerate(versions) if each.sha256 == viewed.sha256
        ]
    else:
        shown = ((each.stage, n) for n, each in enumerate(versions) if not each.alone)
        newest = dict(shown).values()
    return [
        replace(each, opened_by=(*each.opened_by, viewed.provider_id))
        if number in newest and each.withdrawn_at is None
        else each
        for number, each in enumerate(versions)
    ]


def _taken_back(version: ShownPackVersion, gone: PackWithdrawn) -> ShownPackVersion:
    if version.sha256 not in {gone.sha256, *gone.with_it}:
        return version
    return replace(version, withdrawn_at=version.withdrawn_at or gone.at)


def _version(released: ReferralPublished | ReferralAmended | PackReleased) -> ShownPackVersion:
    return ShownPackVersion(
        stage=released.pack.stage if isinstance(released, PackReleased) else PackStage.PUBLISHED,
        sha256=released.sha256,
        material=not isinstance(released, ReferralAmended) or released.material,
        certified_by=released.certified_by,
        at=released.at,
        alone=_alone(released),
    )


def _alone(released: ReferralPublished | ReferralAmended | PackReleased) -> Sequence[ProviderId]:
    if isinstance(released, PackReleased) and released.offer_id is not None:
        return released.providers
    return ()
