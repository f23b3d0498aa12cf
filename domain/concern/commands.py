"""What can be asked of a concern."""

from datetime import date

from domain.concern.vocabulary import (
    ActionId,
    Code,
    ConcernId,
    ConcernKind,
    Finding,
    Party,
    Source,
)
from domain.shared.doers import Doer
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, PlacementId, ProviderId, SettingId, Subject


class RaiseConcern(Command):
    """Put on record what the council was told, whoever told it and however late."""

    concern_id: ConcernId
    kind: ConcernKind
    categories: tuple[Code, ...]
    source: Source
    case_id: CaseId | None
    siblings: tuple[CaseId, ...]
    placements: tuple[PlacementId, ...]
    setting_id: SettingId | None
    about_provider: ProviderId | None
    raised_by: ProviderId | None
    happened_at: When | None
    aware_at: When | None
    told_at: When
    death: bool
    account: str
    subject: str | None
    by: Subject


class TriageConcern(Command):
    """Say how serious it is, whether it is referred and investigated, and who leads."""

    serious: bool
    refer: bool
    investigate: bool
    reason: Code | None
    subject: str | None
    lead: Subject
    by: Subject


class MakeSafeguardingReferral(Command):
    """Record that it was referred to those who safeguard."""

    to: Code
    at: When
    by: Subject


class NotifyNationalPanel(Command):
    """Record that the national panel was told."""

    at: When
    by: Subject


class BeginInvestigation(Command):
    investigator: Subject
    at: When
    by: Subject


class RecordFinding(Command):
    """Say what was found, and how it was reached."""

    finding: Finding
    on: date
    text: str
    by: Subject


class SetAction(Command):
    action_id: ActionId
    code: Code
    doer: Doer
    due: date
    by: Subject


class FinishAction(Command):
    action_id: ActionId
    on: date
    by: Subject


class ShareConcern(Command):
    """Tell somebody outside. `names` is whether anybody was found to be named in the words."""

    party: Party
    provider_id: ProviderId | None
    text: str
    names: bool
    by: Subject


class ReportFollowUp(Command):
    """Say, as a provider that raised it or was told, what was done and found."""

    provider_id: ProviderId
    text: str
    finding: Finding | None
    by: Subject


class CloseConcern(Command):
    """Close it, with what was learned."""

    learning: tuple[Code, ...]
    text: str
    by: Subject


class ReopenConcern(Command):
    reason: Code
    by: Subject


ConcernCommand = (
    RaiseConcern
    | TriageConcern
    | MakeSafeguardingReferral
    | NotifyNationalPanel
    | BeginInvestigation
    | RecordFinding
    | SetAction
    | FinishAction
    | ShareConcern
    | ReportFollowUp
    | CloseConcern
    | ReopenConcern
)
