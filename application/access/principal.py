"""Who is asking, as the identity issuer says."""

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.envelope import Actor, GssCode
from domain.shared.money import Funder
from domain.shared.vocabulary import ProviderId


class Role(StrEnum):
    """The roles of docs/domain/05, 5.1, that act or read here."""

    CASEWORKER = "caseworker"
    TEAM_MANAGER = "team_manager"
    BROKER = "broker"
    COMMISSIONING_MANAGER = "commissioning_manager"
    QA_OFFICER = "qa_officer"
    NOMINATED_OFFICER = "nominated_officer"
    DCS = "dcs"
    FUNDING_AUTHORISER = "funding_authoriser"
    PARTNER_FUNDER = "partner_funder"
    IRO = "iro"
    OUT_OF_HOURS = "out_of_hours"
    PROVIDER_RESPONDER = "provider_responder"
    PROVIDER_MANAGER = "provider_manager"
    PROVIDER_SIGNATORY = "provider_signatory"
    FINANCE_OFFICER = "finance_officer"
    AUDITOR = "auditor"
    DPO = "dpo"
    DATA_STEWARD = "data_steward"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    SYSTEM = "system"


PROVIDER_ROLES = frozenset(
    {Role.PROVIDER_RESPONDER, Role.PROVIDER_MANAGER, Role.PROVIDER_SIGNATORY}
)


@dataclass(frozen=True, slots=True)
class Principal:
    """An authenticated person. A provider user's `organisation` is their provider.

    A partner funder's `funder` is the code by which shares of the money name their body.
    """

    subject: str
    role: Role
    authority: GssCode
    teams: frozenset[str] = frozenset()
    organisation: ProviderId | None = None
    funder: Funder | None = None

    @property
    def actor(self) -> Actor:
        return Actor(subject=self.subject, role=self.role, authority=self.authority)
