"""What can be asked of a setting's register entry: a place, its approvals and its standing."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from domain.setting.codes import Code
from domain.setting.description import Particulars
from domain.setting.registration import (
    RegistrationKind,
    RegistrationStatus,
    Regulator,
    SupportedCategory,
)
from domain.shared.approval import ApprovalTerms
from domain.shared.code_lists import Coded, ListName, each_of
from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import BlockId, ProviderId, Provision, SettingId


class RegisterSetting(Command):
    """List a home. `from_` is the first night on which its places count.

    A `planned` one takes nobody before it opens (1-008).
    """

    setting_id: SettingId
    authority: GssCode
    provider_id: ProviderId | None
    provision: Provision
    name: str
    address: str
    postcode: str
    district: GssCode
    configured_places: int = Field(ge=0)
    from_: date
    planned: bool = False


class RecordRegistration(Command):
    """A fact: what the register says of one kind of registration from a day on."""

    kind: RegistrationKind
    urn: str | None
    registered_places: int | None = Field(default=None, ge=0)
    ages: AgeRange | None = None
    status: RegistrationStatus = RegistrationStatus.REGISTERED
    terms: ApprovalTerms | None = None
    regulator: Regulator | None = None
    undertaking: str | None = None
    categories: tuple[SupportedCategory, ...] = ()
    conditions: tuple[Code, ...] = ()
    from_: date
    until: date | None = None


class RecordRegistrationEnded(Command):
    """A fact: refused, cancelled, surrendered or expired from `on`."""

    kind: RegistrationKind
    on: date
    reason: Code


class RecordFosteringExemption(Command):
    """A fact: more than the usual three may be fostered, by exemption or as siblings (R-14)."""

    places: int = Field(ge=1)
    from_: date
    until: date | None = None
    source: Code


class ChangeOperator(Command):
    """Another provider runs the home from a day on; no child moves by it (6-53)."""

    provider_id: ProviderId | None
    from_: date


class DescribeHome(Command):
    """Say what kind of home it is from a day on: all of it, whatever was said before."""

    particulars: Particulars
    from_: date


class ChangeCapacity(Command):
    """Run the home with so many places from a day on, even if more children live there."""

    places: int = Field(ge=0)
    from_: date


class RestrictAdmissions(Command):
    """Nobody new, whoever says so: the regulator (s. 22B), the council, or a carer on hold."""

    from_: date
    until: date | None = None
    source: Code


class LiftRestriction(Command):
    """Every restriction ends on `on`, and none that was to begin later will."""

    on: date


class CloseTemporarily(Command):
    from_: date
    until: date | None = None


class Reopen(Command):
    """Every closure ends on `on`, and none that was to begin later will."""

    on: date


class RecordStatementOfPurpose(Coded):
    """A fact: the needs that the home's statement of purpose says it can meet from a day on."""

    needs: tuple[Code, ...]
    from_: date

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.NEEDS: each_of("/needs", self.needs)}


class NoteBedsBought(Command):
    """A block has beds here; how many and for which nights is the block's to say (R-82)."""

    block_id: BlockId


RegisterCommand = (
    RecordRegistration
    | RecordRegistrationEnded
    | RecordFosteringExemption
    | ChangeOperator
    | ChangeCapacity
    | DescribeHome
    | RestrictAdmissions
    | LiftRestriction
    | CloseTemporarily
    | Reopen
    | RecordStatementOfPurpose
    | NoteBedsBought
)
