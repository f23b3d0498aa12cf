"""What can happen to a setting's register entry.

A register may speak of a day to come, so these events are effective when recorded, and
the days they speak of are their fields.
"""

from datetime import date
from typing import ClassVar

from domain.setting.codes import Code
from domain.setting.description import Particulars
from domain.setting.registration import (
    RegistrationKind,
    RegistrationStatus,
    Regulator,
    SupportedCategory,
)
from domain.shared.approval import ApprovalTerms
from domain.shared.breaches import Breach
from domain.shared.envelope import GssCode
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import BlockId, ProviderId, Provision, SettingId


class SettingRegistered(Event):
    """A home was listed. Its district is what locality is judged by; the rest is sealed.

    One that is only `planned` takes nobody before it opens; others were open when listed.
    """

    stored_as: ClassVar[str] = "setting.registered.v1"

    setting_id: SettingId
    authority: GssCode
    provider_id: ProviderId | None
    provision: Provision
    name: Sealed[str]
    address: Sealed[str]
    postcode: Sealed[str]
    district: GssCode
    configured_places: int
    from_: date
    planned: bool = False


class RegistrationRecorded(Event):
    """A register says this of the home from a day on."""

    stored_as: ClassVar[str] = "setting.registration_recorded.v1"

    kind: RegistrationKind
    urn: str | None
    registered_places: int | None
    ages: AgeRange | None
    status: RegistrationStatus
    terms: ApprovalTerms | None
    from_: date
    until: date | None
    breaches: tuple[Breach, ...] = ()
    regulator: Regulator | None = None
    undertaking: str | None = None
    categories: tuple[SupportedCategory, ...] = ()
    conditions: tuple[Code, ...] = ()


class RegistrationEnded(Event):
    """A registration ended; every child living there is from that day in breach (6-50)."""

    stored_as: ClassVar[str] = "setting.registration_ended.v1"

    kind: RegistrationKind
    on: date
    reason: Code


class FosteringExemptionRecorded(Event):
    stored_as: ClassVar[str] = "setting.fostering_exemption_recorded.v1"

    places: int
    from_: date
    until: date | None
    source: Code


class OperatorChanged(Event):
    stored_as: ClassVar[str] = "setting.operator_changed.v1"

    provider_id: ProviderId | None
    from_: date


class HomeDescribed(Event):
    """What kind of home it is from a day on: all of it, whatever was said before."""

    stored_as: ClassVar[str] = "setting.described.v1"

    particulars: Particulars
    from_: date


class CapacityChanged(Event):
    """The home is run with another number of places; nobody leaves by it."""

    stored_as: ClassVar[str] = "setting.capacity_changed.v1"

    places: int
    from_: date
    breaches: tuple[Breach, ...] = ()


class AdmissionsRestricted(Event):
    stored_as: ClassVar[str] = "setting.admissions_restricted.v1"

    from_: date
    until: date | None
    source: Code


class RestrictionLifted(Event):
    stored_as: ClassVar[str] = "setting.restriction_lifted.v1"

    on: date


class TemporarilyClosed(Event):
    """The home is shut for a while. `breaches` name the nights on which places are held."""

    stored_as: ClassVar[str] = "setting.temporarily_closed.v1"

    from_: date
    until: date | None
    breaches: tuple[Breach, ...] = ()


class Reopened(Event):
    stored_as: ClassVar[str] = "setting.reopened.v1"

    on: date


class StatementOfPurposeRecorded(Event):
    """From a day on the home says that it can meet these needs, by their codes."""

    stored_as: ClassVar[str] = "setting.statement_of_purpose_recorded.v1"

    needs: tuple[Code, ...]
    from_: date
    breaches: tuple[Breach, ...] = ()


class BedsBoughtInBlock(Event):
    """A block has, or had, beds here. Which nights they are for, the block says (R-82)."""

    stored_as: ClassVar[str] = "setting.beds_bought_in_block.v1"

    block_id: BlockId


RegisterEvent = (
    RegistrationRecorded
    | RegistrationEnded
    | FosteringExemptionRecorded
    | OperatorChanged
    | CapacityChanged
    | HomeDescribed
    | AdmissionsRestricted
    | RestrictionLifted
    | TemporarilyClosed
    | Reopened
    | StatementOfPurposeRecorded
    | BedsBoughtInBlock
)
