"""Applying, showing, sub-contracting, leaving: what a provider may do besides its lots."""

from collections.abc import Sequence
from functools import partial

from domain.provider.commands import (
    ApplyToLot,
    DecideSubcontractor,
    LifeCommand,
    RecordAssurance,
    RecordContacts,
    RecordSubcontractorUse,
    RefuseApplication,
    RemoveProvider,
    RequestSubcontractor,
    StartExit,
)
from domain.provider.errors import LotClosed, SubcontractorNotApproved
from domain.provider.events import (
    AssuranceRecorded,
    ContactsRecorded,
    LifeEvent,
    LotApplicationReceived,
    LotApplicationRefused,
    ProviderExiting,
    ProviderRemoved,
    SubcontractorDecided,
    SubcontractorRequested,
    SubcontractorUsed,
)
from domain.provider.life import Life
from domain.shared.breaches import broken
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotFound,
    WrongState,
)
from domain.shared.said import require_said
from domain.shared.two_people import is_same_person


def decide(life: Life, command: LifeCommand) -> Sequence[LifeEvent]:
    """Turn a command into the events it causes, or refuse it. Facts are recorded to the end."""
    match command:
        case RecordSubcontractorUse():
            return use(life, command)
        case _ if life.gone_on is not None:
            raise WrongState("This provider has left.")
        case ApplyToLot():
            return apply(life, command)
        case RefuseApplication():
            return refuse(life, command)
        case RecordAssurance():
            return assure(command)
        case RecordContacts():
            return name_contacts(command)
        case RequestSubcontractor():
            return request_subcontractor(life, command)
        case DecideSubcontractor():
            return decide_subcontractor(life, command)
        case StartExit():
            return start_exit(command)
        case RemoveProvider():
            return remove(command)


def apply(life: Life, command: ApplyToLot) -> Sequence[LifeEvent]:
    if not command.is_open:
        raise LotClosed(f"Lot {command.lot} takes no applications today.")
    if life.is_leaving():
        raise WrongState("This provider is leaving.")
    if (command.contract_id, command.lot) in life.applied:
        raise WrongState("It has applied, and is waiting for the answer.")
    told = {"contract_id": command.contract_id, "lot": command.lot, "by": command.by}
    return [LotApplicationReceived(**told)]


def refuse(life: Life, command: RefuseApplication) -> Sequence[LifeEvent]:
    if (command.contract_id, command.lot) not in life.applied:
        raise NotFound("It has not applied to this lot.")
    require_said(reason=command.reason)
    return [LotApplicationRefused(**dict(command))]


def assure(command: RecordAssurance) -> Sequence[LifeEvent]:
    require_said(reference=command.reference)
    if command.until is not None and command.until <= command.from_:
        raise EffectiveBeforeStream("It would end before it began.")
    return [AssuranceRecorded(**dict(command))]


def name_contacts(command: RecordContacts) -> Sequence[LifeEvent]:
    require_said(on_call=command.on_call)
    if command.closes <= command.opens:
        raise EffectiveBeforeStream("It would close before it opens.")
    return [ContactsRecorded(**dict(command))]


def request_subcontractor(life: Life, command: RequestSubcontractor) -> Sequence[LifeEvent]:
    asked = life.subcontractors.get(command.name)
    if asked is not None and asked.approved is not False:
        raise WrongState("This sub-contractor was asked for before.")
    return [SubcontractorRequested(**dict(command))]


def decide_subcontractor(life: Life, command: DecideSubcontractor) -> Sequence[LifeEvent]:
    asked = life.subcontractors.get(command.name)
    if asked is None:
        raise NotFound("Nobody asked for this sub-contractor.")
    if asked.approved is not None:
        raise WrongState("This has been decided.")
    if asked.asked_by == command.by:
        raise ConflictOfInterest("Whoever asked for a sub-contractor does not approve it.")
    return [SubcontractorDecided(**dict(command))]


def use(life: Life, command: RecordSubcontractorUse) -> Sequence[LifeEvent]:
    """A fact, recorded whatever it breaks (4-140)."""
    breaches = broken([partial(require_approved, life, command.name)])
    return [SubcontractorUsed(name=command.name, on=command.on, breaches=breaches)]


def require_approved(life: Life, name: str) -> None:
    asked = life.subcontractors.get(name)
    if asked is None or not asked.approved:
        raise SubcontractorNotApproved


def start_exit(command: StartExit) -> Sequence[LifeEvent]:
    """Asked again, the new day takes the place of the old."""
    require_said(plan=command.plan)
    return [ProviderExiting(**dict(command))]


def remove(command: RemoveProvider) -> Sequence[LifeEvent]:
    require_said(reason=command.reason)
    if is_same_person(command.decided_by, command.by):
        raise ConflictOfInterest("Somebody else records who decided to remove a provider.")
    return [ProviderRemoved(**dict(command))]
