"""Which home a stay was in, as far as the return tells homes apart.

A URN is a children's home, a school or a family centre. In fostering it is the agency, and
in supported accommodation the undertaking with all its flats, so there the address counts
too. An address enters an id only under a key: an id stands in plain, and the postcodes of a
country are soon tried.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid5

from application.imports.ssda903.keys import NAMESPACE
from application.imports.ssda903.plan import ChildPlan, PlannedPlacement
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import PlacementId, ProviderId, Provision, SettingId

OWN = frozenset({"PR0", "PR1"})
"""Provided by the child's parents, or by the council itself."""

OF_MANY_ADDRESSES = frozenset(
    {Provision.FOSTERING, Provision.SUPPORTED_ACCOMMODATION, Provision.OTHER_ARRANGEMENTS}
)

NOT_LISTED = frozenset({Provision.WITH_PARENTS, Provision.ADOPTION, Provision.TEMPORARY})
"""A family's own address, and where a child is for a few days, are in no register of homes."""


@dataclass
class ReturnedHome:
    """A home that the return names, and every stay in it."""

    setting_id: SettingId
    provision: Provision
    provider_code: str | None
    urn: str | None
    postcode: str | None = field(repr=False)
    stays: list[PlannedPlacement] = field(default_factory=list)

    @property
    def first_day(self) -> date:
        return min(stay.started for stay in self.stays)


@dataclass(frozen=True)
class HomeKeys:
    """Ids of homes and providers, the same for the same return; `secret` blinds addresses."""

    authority: GssCode
    secret: bytes = field(repr=False)

    def homes(self, children: Iterable[ChildPlan]) -> Mapping[SettingId, ReturnedHome]:
        found: dict[SettingId, ReturnedHome] = {}
        for stay in (stay for child in children for stay in child.placements):
            setting_id = self.of(stay)
            if setting_id is not None:
                home = ReturnedHome(
                    setting_id, stay.provision, stay.provider_code, stay.urn, stay.postcode
                )
                found.setdefault(setting_id, home).stays.append(stay)
        return found

    def of(self, stay: PlannedPlacement) -> SettingId | None:
        """The home's id; none where it is not to be listed, or cannot be told from others."""
        if stay.provision in NOT_LISTED:
            return None
        who = stay.urn or stay.provider_code or ""
        if stay.urn and stay.provision not in OF_MANY_ADDRESSES:
            return self._setting(f"{stay.provision}/{who}")
        if stay.postcode is None:
            return None
        return self._setting(f"{stay.provision}/{who}/{self._blinded(stay.postcode)}")

    def provider(self, home: ReturnedHome) -> ProviderId | None:
        """Who runs it, known by the sector and the URN alone; none for the council's own."""
        if home.provider_code is None or home.provider_code in OWN:
            return None
        said = f"{self.authority}/provider/{home.provider_code}/{home.urn or ''}"
        return ProviderId(uuid5(NAMESPACE, said))

    def _setting(self, said: str) -> SettingId:
        return SettingId(uuid5(NAMESPACE, f"{self.authority}/home/{said}"))

    def _blinded(self, postcode: str) -> str:
        compact = "".join(postcode.split()).upper()
        return hmac.digest(self.secret, compact.encode(), sha256).hex()


def unlisted(placement_id: PlacementId) -> SettingId:
    """The id of a home that no register has: known by the one stay in it."""
    return SettingId(UUID(bytes=uuid5(NAMESPACE, f"home-of/{placement_id}").bytes))
