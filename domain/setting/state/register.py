"""How a setting remembers what its register says."""

from dataclasses import replace
from uuid import UUID

from domain.setting.dated import Dated, cease, succeed
from domain.setting.description import Description
from domain.setting.events import register as entry
from domain.setting.events.register import RegisterEvent, SettingRegistered
from domain.setting.life import Stage, StageEntry
from domain.setting.nights import Ceiling
from domain.setting.registration import RegistrationEntry, RegistrationKind
from domain.setting.state.shape import Listed, Operator, Purpose, Restriction


def listed(event: SettingRegistered, source: UUID) -> Listed:
    operator = Operator(from_=event.from_, provider_id=event.provider_id, source=source)
    places = Ceiling(from_=event.from_, places=event.configured_places, source=source)
    stage = Stage.PLANNED if event.planned else Stage.OPEN
    return Listed(
        setting_id=event.setting_id,
        authority=event.authority,
        provision=event.provision,
        district=event.district,
        operators=(operator,),
        configured=(places,),
        stages=(StageEntry(from_=event.from_, stage=stage, source=source),),
    )


def of_the_register(setting: Listed, event: RegisterEvent, source: UUID) -> Listed:
    match event:
        case entry.RegistrationRecorded():
            return _with_registration(setting, event, source)
        case entry.RegistrationEnded():
            return _without_registration(setting, event, source)
        case entry.FosteringExemptionRecorded(from_=from_, until=until, places=places):
            exempt = Ceiling(from_=from_, until=until, places=places, source=source)
            return replace(setting, exemptions=succeed(setting.exemptions, exempt))
        case entry.OperatorChanged(from_=from_, provider_id=provider_id):
            operator = Operator(from_=from_, provider_id=provider_id, source=source)
            return replace(setting, operators=succeed(setting.operators, operator))
        case entry.HomeDescribed(from_=from_, particulars=particulars):
            described = Description(from_=from_, particulars=particulars, source=source)
            return replace(setting, descriptions=succeed(setting.descriptions, described))
        case entry.CapacityChanged(from_=from_, places=places):
            ceiling = Ceiling(from_=from_, places=places, source=source)
            return replace(setting, configured=succeed(setting.configured, ceiling))
        case entry.AdmissionsRestricted(from_=from_, until=until, source=by):
            shut = Restriction(from_=from_, until=until, by=by, source=source)
            return replace(setting, restrictions=(*setting.restrictions, shut))
        case entry.RestrictionLifted(on=on):
            return replace(setting, restrictions=cease(setting.restrictions, on, source))
        case entry.TemporarilyClosed(from_=from_, until=until):
            closure = Dated(from_=from_, until=until, source=source)
            return replace(setting, closures=(*setting.closures, closure))
        case entry.Reopened(on=on):
            return replace(setting, closures=cease(setting.closures, on, source))
        case entry.StatementOfPurposeRecorded(from_=from_, needs=needs):
            purpose = Purpose(from_=from_, needs=needs, source=source)
            return replace(setting, purposes=succeed(setting.purposes, purpose))
        case entry.BedsBoughtInBlock(block_id=block_id):
            return replace(setting, bought_in=(*setting.bought_in, block_id))


def _with_registration(setting: Listed, event: entry.RegistrationRecorded, source: UUID) -> Listed:
    new = RegistrationEntry(
        kind=event.kind,
        urn=event.urn,
        places=event.registered_places,
        ages=event.ages,
        status=event.status,
        terms=event.terms,
        regulator=event.regulator,
        undertaking=event.undertaking,
        categories=event.categories,
        conditions=event.conditions,
        from_=event.from_,
        until=event.until,
        source=source,
    )
    same, others = _by_kind(setting, event.kind)
    return replace(setting, registrations=(*others, *succeed(same, new)))


def _without_registration(setting: Listed, event: entry.RegistrationEnded, source: UUID) -> Listed:
    same, others = _by_kind(setting, event.kind)
    ended = tuple(
        each.model_copy(update={"until": event.on, "ended_by": source})
        if each.covers(event.on)
        else each
        for each in same
    )
    return replace(setting, registrations=(*others, *ended))


def _by_kind(
    setting: Listed, kind: RegistrationKind
) -> tuple[tuple[RegistrationEntry, ...], tuple[RegistrationEntry, ...]]:
    same = tuple(each for each in setting.registrations if each.kind is kind)
    others = tuple(each for each in setting.registrations if each.kind is not kind)
    return same, others
