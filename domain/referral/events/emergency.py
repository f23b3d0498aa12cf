"""The emergency path: a minimum pack for the whole lot, and full information in parts."""

from typing import ClassVar

from domain.referral.events.market import AtInstant
from domain.referral.sections import SectionName, SectionText
from domain.referral.staged_pack import StagedPack
from domain.shared.vocabulary import OfferId, ProviderId, Subject


class PackReleased(AtInstant):
    """A pack of a stage after or beside publication went to these providers.

    With an `offer_id` it is told to the provider of that offer alone; without one, it is the
    minimum pack of an emergency, and goes to everybody who is asked. `lived_in` says that
    another child lives in the offered home by then, by the register; before it was asked it is
    false (R-117).
    """

    stored_as: ClassVar[str] = "referral.pack_released.v1"

    pack: StagedPack
    sha256: str
    certified_by: Subject
    providers: tuple[ProviderId, ...]
    offer_id: OfferId | None = None
    lived_in: bool = False


class InformationSupplied(AtInstant):
    """A part of the full information went to the chosen provider; `outstanding` is what lacks."""

    stored_as: ClassVar[str] = "referral.information_supplied.v1"

    provider_id: ProviderId
    sections: tuple[SectionText, ...]
    outstanding: tuple[SectionName, ...]


class FullInformationSupplied(AtInstant):
    """The last part that must be supplied was (R-25, 6-70)."""

    stored_as: ClassVar[str] = "referral.full_information_supplied.v1"

    provider_id: ProviderId


EmergencyEvent = PackReleased | InformationSupplied | FullInformationSupplied
