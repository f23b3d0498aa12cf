"""What the registers say of a child, a home, a provider, a contract or a council on a day.

Read from the streams themselves and never from a read model: a child's safety hangs on it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar
from uuid import UUID

from application.shared.office import Office, stream_of
from domain import authority, case, contract, provider, quality, setting
from domain.authority.state import boundaries_on, funding_limit, locality_on, roles_able, roles_of
from domain.case.chronology import CaseChronology, chronology
from domain.case.state import Open
from domain.contract.state import terms_in_force, terms_of_version
from domain.provider import Provider
from domain.provider.events import ProviderRegistered
from domain.provider.state import NotKnown, is_barred, is_member, is_suspended
from domain.quality.state import status_on
from domain.quality.vocabulary import Status
from domain.reference.chronology import edition_in_force
from domain.reference.events import CodeListsPublished
from domain.reference.sets import SetName
from domain.reference.sets import stream_of as set_stream
from domain.setting.events.register import SettingRegistered
from domain.setting.questions import home_on
from domain.setting.state import Listed
from domain.shared.admission import Home
from domain.shared.code_lists import Coded, CodeLists, ListName
from domain.shared.codes_from_outside import require_listed
from domain.shared.envelope import GssCode, StreamId
from domain.shared.errors import NotFound
from domain.shared.officers import KnownRoles
from domain.shared.personal import Erased, legible
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import ContractId, Locality, Pence, Provision, SettingId, Subject

Decided = TypeVar("Decided", bound=Coded)

BEYOND: Final = frozenset({Locality.ADJOINING, Locality.AT_A_DISTANCE})
"""Where a home is known not to be local: by boundaries alone (R-83)."""


@dataclass(frozen=True)
class Registers:
    office: Office

    def born_on(self, case_id: UUID) -> date:
        """The accepted date of birth; nothing is decided on an erased record."""
        return legible(self.office.known(case.decider, stream_of("case", case_id), Open).born_on)

    def child(self, case_id: UUID) -> CaseChronology:
        history = self.office.streams.read(stream_of("case", case_id))
        if not history.events:
            raise NotFound
        return chronology(history.events)

    def setting(self, setting_id: UUID) -> Listed:
        return self.office.known(setting.decider, stream_of("setting", setting_id), Listed)

    def home(self, setting_id: UUID, day: date) -> Home:
        """The home as its register shows it on a day, and whether its provider is suspended."""
        home = home_on(self.setting(setting_id), day)
        if home.provider_id is None:
            return home
        suspended = is_suspended(self.provider(home.provider_id), day)
        return home.model_copy(update={"provider_suspended": suspended})

    def setting_postcode(self, setting_id: UUID) -> str | Erased | None:
        """Where the home is; erased with its file, none before it is listed."""
        facts = self.office.streams.read(stream_of("setting", setting_id)).facts
        return next((e.postcode for e in facts if isinstance(e, SettingRegistered)), None)

    def provider(self, provider_id: UUID) -> Provider:
        stream = stream_of("provider", provider_id)
        return self.office.state(provider.decider, stream)

    def mailbox(self, provider_id: UUID) -> str | None:
        """Where invitations go to; none once it is erased, or if nobody is listed."""
        facts = self.office.streams.read(stream_of("provider", provider_id)).facts
        contact = next((e.contact for e in facts if isinstance(e, ProviderRegistered)), None)
        return None if isinstance(contact, Erased) else contact

    def is_barred(self, provider_id: UUID) -> bool:
        """Whether a provider may today be given nothing new."""
        return is_barred(self.provider(provider_id), self.office.today())

    def is_suspended(self, provider_id: UUID) -> bool:
        """Whether a provider is suspended today, or gone."""
        return is_suspended(self.provider(provider_id), self.office.today())

    def is_on_lot(self, provider_id: UUID, contract_id: ContractId, lot: str, day: date) -> bool:
        """Whether a provider is on this lot on this day, suspended or not."""
        return is_member(self.provider(provider_id), contract_id, lot, day)

    def quality_status(self, provider_id: UUID, day: date) -> Status | None:
        """How a provider is seen on a day; none while nobody has decided (R-231)."""
        seen = self.office.state(quality.decider, stream_of("quality", provider_id))
        decided = status_on(seen, day)
        return decided.status if decided else None

    def is_leaving(self, provider_id: UUID) -> bool:
        """Whether a provider was removed, or its exit was started."""
        held = self.provider(provider_id)
        return not isinstance(held, NotKnown) and held.life.is_leaving()

    def terms(self, contract_id: UUID, day: date) -> ContractTerms:
        """The version of a contract in force on a day."""
        held = self.office.state(contract.decider, stream_of("contract", contract_id))
        return _found(terms_in_force(held, day))

    def terms_of_version(self, contract_id: UUID, number: int) -> ContractTerms:
        """The version that an agreement or a publication names, whatever is in force now."""
        held = self.office.state(contract.decider, stream_of("contract", contract_id))
        return _found(terms_of_version(held, number))

    def code_lists(self, day: date) -> CodeLists:
        """The lists of codes in force on a day; none where no edition was published."""
        history = self.office.streams.read(set_stream(SetName.CODE_LISTS)).events
        edition = edition_in_force(history, day)
        return edition.code_lists if isinstance(edition, CodeListsPublished) else CodeLists()

    def looked_up(self, command: Decided) -> Decided:
        """A decision, with those of its codes that may not be chosen today."""
        today = self.office.today()
        return self.code_lists(today).looked_up(command, today)

    def require_listed(self, name: ListName, sent: Mapping[str, str | None]) -> None:
        """Refuse codes from outside the council that are not in their list today (R-203)."""
        today = self.office.today()
        require_listed(self.code_lists(today), name, sent, today)

    def funding_limit(
        self, council: GssCode, role: str, day: date, provision: Provision | None
    ) -> Pence | None:
        return funding_limit(self._authority(council), role, day, provision)

    def roles_able(
        self, council: GssCode, weekly: Pence, day: date, provision: Provision | None
    ) -> tuple[str, ...]:
        """The roles that may authorise a weekly price of this kind of home."""
        return roles_able(self._authority(council), weekly, day, provision)

    def roles_of(
        self, council: GssCode, officer: Subject, day: date, noted_by: Subject
    ) -> KnownRoles:
        """The roles of whoever is named; none where the council keeps no list (R-121, R-165)."""
        return roles_of(self._authority(council), officer, day, noted_by)

    def locality(self, council: GssCode, district: GssCode | None, day: date) -> Locality:
        return locality_on(self._authority(council), district, day)

    def outside_area(
        self, council: GssCode, homes: Collection[SettingId], day: date
    ) -> tuple[SettingId, ...]:
        """Which of these homes lie beyond the council's boundaries on a day."""
        return tuple(
            each
            for each in sorted(homes)
            if self.locality(council, self.setting(each).district, day) in BEYOND
        )

    def centre_postcode(self, council: GssCode, day: date) -> str | None:
        boundaries = boundaries_on(self._authority(council), day)
        return boundaries.centre_postcode if boundaries else None

    def _authority(self, council: GssCode) -> authority.Authority:
        return self.office.state(authority.decider, StreamId(f"authority-{council}"))


def _found(terms: ContractTerms | None) -> ContractTerms:
    if terms is None:
        raise NotFound("No version of this contract is in force.")
    return terms
