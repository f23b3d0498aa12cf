"""An offer as it is about to be preferred: whom it takes, where, from when, and whom it leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.residents import Residents
from application.referral.proposing import Chosen
from application.shared.registers import Registers
from domain.referral.children import Children
from domain.referral.events.search import ReferralPublished
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer
from domain.shared.vocabulary import CaseId, PlacementId, ReferralId, SettingId


@dataclass(frozen=True)
class OfferChosen:
    referral_id: UUID
    facts: Facts
    held: HeldOffer
    published: ReferralPublished

    @property
    def children(self) -> Children:
        return self.facts.children

    @property
    def taken(self) -> Mapping[int, SettingId | None]:
        """Those of the children still sought whom it takes, and the home of each."""
        return self.held.offer.homes_for(self.children.sought)

    def lived_in(self, registers: Registers) -> tuple[SettingId, ...]:
        """Its homes in which somebody lives on the day who is none of these children (R-117)."""
        homes = {each for each in self.taken.values() if each is not None}
        together = self.children.by_number.values()
        return Residents(registers).others(homes, self.starts_on, together)

    def there(self, registers: Registers) -> Mapping[int, PlacementId]:
        """Who lives in the home offered for them already, by a start that no search led to.

        Nothing is proposed for these and no place promised: their own beds are theirs (R-120).
        """
        today, found = registers.office.today(), dict[int, PlacementId]()
        for number, home in self.taken.items():
            case_id = self.children.by_number[number]
            for each in Residents(registers).of(home, today) if home is not None else ():
                if each.case_id == case_id and each.referral_id is None:
                    found[number] = each.placement_id
        return found

    @property
    def left(self) -> Mapping[int, CaseId]:
        """Those still sought whom it does not take."""
        return {n: case_id for n, case_id in self.children.sought.items() if n not in self.taken}

    @property
    def starts_on(self) -> date:
        return self.held.offer.starts_on(self.facts.needed_from)

    def placed(
        self,
        minted: Mapping[int, PlacementId],
        planned_end: date | None,
        there: Mapping[int, PlacementId],
    ) -> Iterator[Chosen]:
        """A placement for each child for whom there is a home; support alone has none (R-13)."""
        for number, home in self.taken.items():
            if home is not None and number not in there:
                yield Chosen(
                    referral_id=ReferralId(self.referral_id),
                    case_id=self.children.by_number[number],
                    placement_id=minted[number],
                    setting_id=home,
                    offer_id=self.held.offer.offer_id,
                    lot=self.published.lot,
                    starts_on=self.starts_on,
                    planned_end=planned_end,
                    emergency=self.facts.emergency,
                )

    def ids(self, minted: Mapping[int, PlacementId], successor_id: ReferralId) -> Mapping[str, str]:
        """The placements, by name: of several children with the number of each."""
        if not self.children.are_siblings:
            return {"placement_id": str(minted[1])}
        ids = {f"placement_id_{number}": str(minted[number]) for number in self.taken}
        return ids | ({"successor_id": str(successor_id)} if self.left else {})
