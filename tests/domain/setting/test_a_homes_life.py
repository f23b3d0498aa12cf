"""From plan to closing: what a home must have before it opens, and what shuts it."""

from datetime import date

import pytest

from domain.setting import SettingCommand, SettingEvent
from domain.setting.assurance import CheckKind
from domain.setting.commands.life import (
    AnnounceClosing,
    OpenHome,
    RecordCheck,
    RecordClosed,
    RecordInspection,
    RecordMobilised,
)
from domain.setting.commands.register import DescribeHome, NoteBedsBought
from domain.setting.description import Particulars, Tenure
from domain.setting.errors import HomeNotReady
from domain.setting.events.life import (
    HomeClosed,
    HomeClosing,
    HomeMobilised,
    HomeOpened,
    InspectionRecorded,
    PremisesChecked,
)
from domain.setting.events.register import (
    AdmissionsRestricted,
    BedsBoughtInBlock,
    HomeDescribed,
    RegistrationRecorded,
    SettingRegistered,
    TemporarilyClosed,
)
from domain.setting.life import Life
from domain.setting.questions import description_on, home_on, life_on, nights_over
from domain.setting.registration import RegistrationKind, RegistrationStatus, SupportedCategory
from domain.shared.admission import Registration, SettingNotOpen
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.inspection import Grade
from domain.shared.vocabulary import BlockId, Provision
from tests.support.settings import (
    ALEX,
    BLOCK,
    home,
    list_home,
    listed,
    march,
    occupied,
    registered,
    reserve,
    standing,
)

READY = HomeMobilised(on=march(5))
OPENED = HomeOpened(from_=march(10))


def planned(provision: Provision = Provision.CHILDRENS_HOME) -> SettingRegistered:
    return listed(provision=provision, from_=march(1)).model_copy(update={"planned": True})


def checked(
    kind: CheckKind = CheckKind.PROPERTY,
    on: int = 4,
    *,
    passed: bool = True,
    expires_on: date | None = None,
) -> PremisesChecked:
    return PremisesChecked(kind=kind, on=march(on), passed=passed, expires_on=expires_on)


CHECKED = (checked(), checked(CheckKind.VETTING))
MADE_READY = (planned(), registered(from_=march(3)), READY, *CHECKED)


def lives(*events: SettingEvent) -> list[Life]:
    """How far the home is on the 2nd, 4th, 7th, 12th, 22nd and 28th."""
    setting = standing(*events)
    return [life_on(setting, march(day)) for day in (2, 4, 7, 12, 22, 28)]


@pytest.mark.covers("1-006", "1-008")
def test_a_home_is_planned_registered_mobilised_and_open_before_it_closes() -> None:
    ends = (HomeClosing(from_=march(20), reason="lease_ends"), closed(25))

    assert lives(*MADE_READY, OPENED, *ends) == [
        Life.PLANNED,
        Life.REGISTERED,
        Life.MOBILISED,
        Life.OPEN,
        Life.CLOSING,
        Life.CLOSED,
    ]


def closed(on: int) -> HomeClosed:
    return HomeClosed(on=march(on), reason="lease_ends")


@pytest.mark.covers("1-048")
def test_an_open_home_may_be_restricted_or_closed_for_a_while() -> None:
    restricted = AdmissionsRestricted(from_=march(11), until=march(20), source="council")
    shut = TemporarilyClosed(from_=march(21), until=march(25))

    assert lives(*MADE_READY, OPENED, restricted, shut)[3:] == [
        Life.RESTRICTED,
        Life.TEMPORARILY_CLOSED,
        Life.OPEN,
    ]


def test_a_planned_home_takes_nobody_before_the_day_on_which_it_opens() -> None:
    case = home.given(*MADE_READY, OPENED)

    case.when(reserve(ALEX, march(9))).then_refused(SettingNotOpen)
    assert home_on(standing(*case.history), march(10)).is_open
    home.given(*MADE_READY).when(reserve(ALEX, march(20))).then_refused(SettingNotOpen)


@pytest.mark.covers("1-008", "4-107", "4-145", "4-146", "4-147", "R-65")
def test_a_home_opens_only_once_everything_is_there_and_hears_of_all_that_is_not() -> None:
    bare = home.given(planned(), READY)
    with pytest.raises(HomeNotReady) as refusal:
        home.decider.decide(standing(*bare.history), OpenHome(from_=march(10)))

    assert refusal.value.details["missing"] == [
        "registration",
        "property_check",
        "vetting_check",
    ]
    home.given(*MADE_READY).when(OpenHome(from_=march(10))).then(OPENED)


@pytest.mark.covers("4-107")
@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(checked(on=8, passed=False), id="failed since"),
        pytest.param(checked(on=8, expires_on=march(10)), id="expired by then"),
        pytest.param(checked(CheckKind.VETTING, 12), id="made only later"),
    ],
)
def test_a_check_must_hold_on_the_day_of_opening(spoilt: PremisesChecked) -> None:
    others = [each for each in CHECKED if each.kind is not spoilt.kind]
    case = home.given(planned(), registered(from_=march(3)), READY, *others, spoilt)

    case.when(OpenHome(from_=march(10))).then_refused(HomeNotReady)


def test_a_home_that_is_not_mobilised_does_not_open() -> None:
    home.given(planned(), registered()).when(OpenHome(from_=march(10))).then_refused(WrongState)


def test_a_home_that_was_to_close_may_go_on() -> None:
    closing = HomeClosing(from_=march(20), reason="lease_ends")
    case = home.given(listed(), registered(), *CHECKED, closing)

    case.when(reserve(ALEX, march(20))).then_refused(SettingNotOpen)
    case.when(OpenHome(from_=march(22))).then(HomeOpened(from_=march(22)))


@pytest.mark.parametrize(
    "command",
    [
        RecordMobilised(on=march(2)),
        OpenHome(from_=march(2)),
        AnnounceClosing(from_=march(2), reason="lease_ends"),
        RecordClosed(on=march(2), reason="lease_ends"),
    ],
)
def test_a_closed_home_has_no_more_steps(command: SettingCommand) -> None:
    home.given(listed(), closed(1)).when(command).then_refused(WrongState)


def test_a_step_is_not_dated_before_the_one_that_it_follows() -> None:
    case = home.given(planned(), registered(), READY, *CHECKED)

    case.when(OpenHome(from_=march(4))).then_refused(EffectiveBeforeStream)
    home.given(planned()).when(RecordMobilised(on=date(2026, 2, 1))).then_refused(
        EffectiveBeforeStream
    )


def test_who_is_still_in_a_home_that_closed_is_over_its_number() -> None:
    lived_in = (listed(), registered(), occupied(ALEX))
    (event,) = home.decider.decide(
        standing(*lived_in), RecordClosed(on=march(20), reason="lease_ends")
    )

    assert isinstance(event, HomeClosed)
    assert [each.code for each in event.breaches] == ["OVER_CAPACITY"]
    over = nights_over(standing(*lived_in, event), march(1), None)
    assert [str(nights) for nights in over] == ["2026-03-20/.."]


@pytest.mark.covers("4-107", "4-153")
@pytest.mark.parametrize("kind", [CheckKind.PROPERTY, CheckKind.HMO, CheckKind.VETTING])
def test_a_failed_check_shuts_a_home_to_newcomers_until_it_is_passed(kind: CheckKind) -> None:
    failed = checked(kind, 10, passed=False)
    setting = standing(listed(), registered(), failed, checked(kind, 20))

    assert [home_on(setting, march(day)).is_open for day in (9, 10, 19, 20)] == [
        True,
        False,
        False,
        True,
    ]


@pytest.mark.covers("2-057")
def test_to_lack_an_accreditation_is_no_bar() -> None:
    failed = checked(CheckKind.ACCREDITATION, 10, passed=False)

    assert home_on(standing(listed(), registered(), failed), march(11)).is_open


def test_a_check_expires_after_it_was_made() -> None:
    command = RecordCheck(kind=CheckKind.PROPERTY, on=march(4), passed=True, expires_on=march(4))

    home.given(listed()).when(command).then_refused(EffectiveBeforeStream)


@pytest.mark.parametrize(
    ("grade", "threshold", "below"),
    [
        (Grade.REQUIRES_IMPROVEMENT, Grade.GOOD, True),
        (Grade.GOOD, Grade.GOOD, False),
        (Grade.INADEQUATE, None, False),
        (Grade.INCONSISTENT, Grade.GOOD, True),
        (Grade.CONSISTENTLY_STRONG, Grade.GOOD, False),
        (Grade.SERIOUS_WEAKNESSES, Grade.REQUIRES_IMPROVEMENT, True),
    ],
)
def test_a_grade_is_held_against_what_the_contract_asks_for(
    grade: Grade, threshold: Grade | None, *, below: bool
) -> None:
    (
        home.given(listed())
        .when(RecordInspection(on=march(9), grade=grade, threshold=threshold))
        .then(
            InspectionRecorded(on=march(9), grade=grade, threshold=threshold, below_threshold=below)
        )
    )


def undertaking(*categories: SupportedCategory) -> RegistrationRecorded:
    entry = registered(kind=RegistrationKind.SUPPORTED_ACCOMMODATION)
    return entry.model_copy(update={"categories": categories, "undertaking": "2740001"})


@pytest.mark.covers("2-005", "2-095", "4-037")
@pytest.mark.parametrize(
    ("named", "found"),
    [
        ([SupportedCategory.SHARED, SupportedCategory.SINGLE_OCCUPANCY], Registration.VALID),
        ([SupportedCategory.PRIVATE_RESIDENCE], Registration.WRONG_KIND),
        ([], Registration.VALID),
    ],
)
def test_supported_accommodation_is_registered_for_the_categories_that_are_named(
    named: list[SupportedCategory], found: Registration
) -> None:
    flat = HomeDescribed(particulars=Particulars(category=SupportedCategory.SHARED), from_=march(1))
    setting = standing(
        listed(provision=Provision.SUPPORTED_ACCOMMODATION), undertaking(*named), flat
    )

    assert home_on(setting, march(1)).registration is found


def test_a_refused_application_opens_no_door() -> None:
    refused = registered(status=RegistrationStatus.REFUSED)

    assert home_on(standing(listed(), refused), march(1)).registration is Registration.NONE


@pytest.mark.covers("1-042", "1-053", "0-008", "0-009", "1-021")
def test_who_holds_the_building_is_said_apart_from_who_runs_the_home() -> None:
    leased = Particulars(tenure=Tenure.COUNCIL_LEASED, owner="council", solo=True)
    described = HomeDescribed(particulars=leased, from_=march(1))

    (home.given(listed()).when(DescribeHome(particulars=leased, from_=march(1))).then(described))


def test_a_home_that_is_listed_as_before_is_open() -> None:
    home.when(list_home()).then(listed())
    assert life_on(standing(listed(), registered()), march(1)) is Life.OPEN


def test_each_step_is_recorded_as_it_happens() -> None:
    home.given(planned()).when(RecordMobilised(on=march(5))).then(READY)
    (
        home.given(listed())
        .when(RecordCheck(kind=CheckKind.HMO, on=march(4), passed=False))
        .then(checked(CheckKind.HMO, passed=False))
    )
    (
        home.given(listed())
        .when(AnnounceClosing(from_=march(20), reason="lease_ends"))
        .then(HomeClosing(from_=march(20), reason="lease_ends"))
    )
    (home.given(listed()).when(RecordClosed(on=march(20), reason="lease_ends")).then(closed(20)))


@pytest.mark.covers("1-045", "1-047", "1-052")
def test_what_kind_of_home_it_is_holds_until_it_is_described_anew() -> None:
    annex = Particulars(kind_of_home="annex", programmes=("uasc_homes",))
    later = Particulars(kind_of_home="cluster", programmes=("collaborative_specialist",))
    setting = standing(
        listed(),
        HomeDescribed(particulars=annex, from_=march(5)),
        HomeDescribed(particulars=later, from_=march(10)),
    )

    found = [description_on(setting, march(day)) for day in (4, 5, 9, 10)]
    assert found == [Particulars(), annex, annex, later]


def test_a_home_remembers_once_that_a_block_has_beds_in_it() -> None:
    noted = BedsBoughtInBlock(block_id=BlockId(BLOCK))
    note = NoteBedsBought(block_id=BlockId(BLOCK))

    home.given(listed()).when(note).then(noted)
    home.given(listed(), noted).when(note).then()
