"""Settings for tests: a registered children's home with two places, unless told otherwise."""

from datetime import UTC, date, datetime
from uuid import UUID

from domain.setting import SettingCommand, SettingEvent, decider
from domain.setting.commands.places import BlockPlaces, ReservePlace
from domain.setting.commands.register import RegisterSetting
from domain.setting.events import SettingRegistered
from domain.setting.events.places import PlaceOccupied, PlaceReserved, PlacesBlocked
from domain.setting.events.register import RegistrationRecorded
from domain.setting.registration import RegistrationKind, RegistrationStatus
from domain.setting.state import Listed, Setting
from domain.shared.approval import ApprovalTerms
from domain.shared.envelope import GssCode
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import PlacementId, ProviderId, Provision, SettingId
from tests.support.scenario import Case

home: Case[SettingCommand, Setting, SettingEvent] = Case(decider)

SETTING = SettingId(UUID(int=100))
PROVIDER = ProviderId(UUID(int=200))
OTHER_PROVIDER = ProviderId(UUID(int=201))
DERBY = GssCode("E06000015")
EXPIRES = datetime(2026, 3, 4, 9, tzinfo=UTC)
LISTED_FROM = date(2020, 1, 1)

ALEX = PlacementId(UUID(int=1))
BILLIE = PlacementId(UUID(int=2))
CHRIS = PlacementId(UUID(int=3))
BLOCK = UUID(int=50)


def march(day: int) -> date:
    return date(2026, 3, day)


def list_home(
    places: int = 2, provision: Provision = Provision.CHILDRENS_HOME, from_: date = LISTED_FROM
) -> RegisterSetting:
    return RegisterSetting(
        setting_id=SETTING,
        authority=DERBY,
        provider_id=PROVIDER,
        provision=provision,
        name="The Limes",
        address="1 Lime Walk, Derby",
        postcode="DE1 1AA",
        district=DERBY,
        configured_places=places,
        from_=from_,
    )


def listed(
    places: int = 2, provision: Provision = Provision.CHILDRENS_HOME, from_: date = LISTED_FROM
) -> SettingRegistered:
    return SettingRegistered(**list_home(places, provision, from_).model_dump())


def registered(
    places: int | None = 2,
    *,
    kind: RegistrationKind = RegistrationKind.CHILDRENS_HOME,
    status: RegistrationStatus = RegistrationStatus.REGISTERED,
    from_: date = LISTED_FROM,
    until: date | None = None,
    ages: AgeRange | None = None,
    terms: ApprovalTerms | None = None,
) -> RegistrationRecorded:
    return RegistrationRecorded(
        kind=kind,
        urn="SC000001",
        registered_places=places,
        ages=ages,
        status=status,
        terms=terms,
        from_=from_,
        until=until,
    )


def reserve(
    who: PlacementId = ALEX, arrives: date | None = None, leaves: date | None = None
) -> ReservePlace:
    return ReservePlace(
        placement_id=who, arrives=arrives or march(1), leaves=leaves, expires_at=EXPIRES
    )


def reserved(
    who: PlacementId = ALEX, arrives: date | None = None, leaves: date | None = None
) -> PlaceReserved:
    return PlaceReserved(
        placement_id=who, arrives=arrives or march(1), leaves=leaves, expires_at=EXPIRES
    )


def occupied(
    who: PlacementId = ALEX, on: date | None = None, leaves: date | None = None
) -> PlaceOccupied:
    return PlaceOccupied(placement_id=who, on=on or march(1), leaves=leaves)


def block(count: int = 1, from_: date | None = None, until: date | None = None) -> BlockPlaces:
    return BlockPlaces(
        block_id=BLOCK, count=count, from_=from_ or march(1), until=until, reason="repairs"
    )


def blocked(count: int = 1, from_: date | None = None, until: date | None = None) -> PlacesBlocked:
    return PlacesBlocked(
        block_id=BLOCK, count=count, from_=from_ or march(1), until=until, reason="repairs"
    )


def standing(*events: SettingEvent) -> Listed:
    """The home after these events."""
    setting = decider.replay(events)
    assert isinstance(setting, Listed)
    return setting
