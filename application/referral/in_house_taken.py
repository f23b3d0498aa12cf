"""Homes of the council's own as they are about to be taken: who lives where, and who is left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.proposing import Chosen
from domain.referral.considered import ConsideredInHouse
from domain.referral.facts import Facts
from domain.referral.siblings import ForSiblings, homes_for
from domain.shared.vocabulary import CaseId, OfferId, PlacementId, ReferralId, SettingId


@dataclass(frozen=True, slots=True, kw_only=True)
class InHouseMatch:
    """Which home, from when a place in it is free, and why it suits; the others considered.

    `siblings` says of brothers and sisters who is taken, and where each would live.
    """

    setting_id: SettingId | None
    free_from: date | None
    planned_end: date | None
    considered: Sequence[ConsideredInHouse]
    match_notes: str
    childs_views: str | None
    siblings: ForSiblings | None = None


@dataclass(frozen=True)
class Taken:
    referral_id: UUID
    facts: Facts
    found: InHouseMatch
    offer_id: OfferId

    @property
    def starts_on(self) -> date:
        needed = self.facts.needed_from
        return max(self.found.free_from or needed, needed)

    @property
    def homes(self) -> Mapping[int, SettingId]:
        """Those of the children still sought for whom there is a home, by number."""
        found, sought = self.found, self.facts.children.sought
        meant = homes_for(found.siblings, found.setting_id, sought)
        return {number: home for number, home in meant.items() if home is not None}

    @property
    def left(self) -> Mapping[int, CaseId]:
        """Those still sought whom it does not take."""
        sought = self.facts.children.sought
        return {number: case for number, case in sought.items() if number not in self.homes}

    def placed(self, minted: Mapping[int, PlacementId]) -> Iterator[Chosen]:
        for number, home in self.homes.items():
            yield Chosen(
                referral_id=ReferralId(self.referral_id),
                case_id=self.facts.children.by_number[number],
                placement_id=minted[number],
                setting_id=home,
                offer_id=self.offer_id,
                lot=None,
                starts_on=self.starts_on,
                planned_end=self.found.planned_end,
            )

    def ids(self, minted: Mapping[int, PlacementId], successor_id: ReferralId) -> Mapping[str, str]:
        """What was minted, by name: of several children with the number of each."""
        if not self.facts.children.are_siblings:
            return {"placement_id": str(minted[1])} if minted else {}
        ids = {f"placement_id_{number}": str(minted[number]) for number in self.homes}
        return ids | ({"successor_id": str(successor_id)} if self.left else {})
