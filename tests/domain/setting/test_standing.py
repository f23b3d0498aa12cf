"""What the register says of a home on a day: registration, ages, restrictions, operator."""

from datetime import date

import pytest

from domain.setting.commands.register import (
    ChangeCapacity,
    ChangeOperator,
    CloseTemporarily,
    LiftRestriction,
    RecordFosteringExemption,
    RecordRegistration,
    RecordRegistrationEnded,
    RecordStatementOfPurpose,
    Reopen,
    RestrictAdmissions,
)
from domain.setting.errors import NothingToLift, OverCapacity, RegistrationNotFound
from domain.setting.events.register import (
    AdmissionsRestricted,
    CapacityChanged,
    FosteringExemptionRecorded,
    OperatorChanged,
    RegistrationEnded,
    Reopened,
    RestrictionLifted,
    StatementOfPurposeRecorded,
    TemporarilyClosed,
)
from domain.setting.questions import free_on, home_on, needs_met_on, nights_over
from domain.setting.registration import RegistrationKind, RegistrationStatus
from domain.shared.admission import Home, Registration
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Provision
from tests.support.references import ONE_CODE_EACH
from tests.support.settings import (
    ALEX,
    BILLIE,
    CHRIS,
    OTHER_PROVIDER,
    PROVIDER,
    SETTING,
    home,
    list_home,
    listed,
    march,
    occupied,
    registered,
    reserve,
    reserved,
    standing,
)


def test_a_home_is_listed_once() -> None:
    home.when(list_home()).then(listed())
    home.given(listed()).when(list_home()).then_refused(WrongState)


def test_a_home_as_its_register_shows_it() -> None:
    ages = AgeRange(first=8, before=18)

    assert home_on(standing(listed(), registered(ages=ages)), march(1)) == Home(
        setting_id=SETTING,
        provider_id=PROVIDER,
        provision=Provision.CHILDRENS_HOME,
        registration=Registration.VALID,
        ages=ages,
    )


@pytest.mark.parametrize(
    ("provision", "kind"),
    [
        (Provision.CHILDRENS_HOME, RegistrationKind.CHILDRENS_HOME),
        (Provision.SECURE_HOME, RegistrationKind.SECURE_HOME),
        (Provision.SUPPORTED_ACCOMMODATION, RegistrationKind.SUPPORTED_ACCOMMODATION),
        (Provision.RESIDENTIAL_SCHOOL, RegistrationKind.RESIDENTIAL_SCHOOL),
        (Provision.FAMILY_CENTRE, RegistrationKind.FAMILY_CENTRE),
        (Provision.FOSTERING, RegistrationKind.FOSTER_APPROVAL),
        (Provision.FOSTERING, RegistrationKind.FOSTERING_AGENCY),
    ],
)
def test_the_right_kind_of_registration_suffices_and_another_does_not(
    provision: Provision, kind: RegistrationKind
) -> None:
    right = standing(listed(provision=provision), registered(kind=kind))
    wrong = standing(listed(provision=provision), registered(kind=RegistrationKind.CARE_HOME))

    assert home_on(right, march(1)).registration is Registration.VALID
    assert home_on(wrong, march(1)).registration is Registration.WRONG_KIND


@pytest.mark.parametrize(
    "provision",
    [
        Provision.WITH_PARENTS,
        Provision.ADOPTION,
        Provision.HEALTH,
        Provision.CUSTODY,
        Provision.RESIDENTIAL_CARE_HOME,
        Provision.TEMPORARY,
    ],
)
def test_some_places_need_no_registration_of_ours(provision: Provision) -> None:
    found = home_on(standing(listed(provision=provision)), march(1)).registration

    assert found is Registration.NOT_NEEDED


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (RegistrationStatus.REGISTERED, Registration.VALID),
        (RegistrationStatus.RESTRICTED, Registration.VALID),
        (RegistrationStatus.APPLIED, Registration.NONE),
        (RegistrationStatus.TRANSITIONAL, Registration.NONE),
        (RegistrationStatus.CANCELLED, Registration.NONE),
    ],
)
def test_only_some_statuses_permit(status: RegistrationStatus, found: Registration) -> None:
    assert home_on(standing(listed(), registered(status=status)), march(1)).registration is found


def test_an_accepted_application_suffices_for_supported_accommodation() -> None:
    setting = standing(
        listed(provision=Provision.SUPPORTED_ACCOMMODATION),
        registered(
            kind=RegistrationKind.SUPPORTED_ACCOMMODATION, status=RegistrationStatus.TRANSITIONAL
        ),
    )

    assert home_on(setting, march(1)).registration is Registration.VALID


def test_a_registration_holds_from_its_day_to_the_day_before_its_end() -> None:
    setting = standing(listed(), registered(from_=march(5), until=march(8)))
    found = [home_on(setting, march(day)).registration for day in (4, 5, 7, 8)]

    assert found == [
        Registration.NONE,
        Registration.VALID,
        Registration.VALID,
        Registration.LAPSED,
    ]


def test_a_suspension_recorded_later_takes_the_place_of_the_registration() -> None:
    suspended = registered(status=RegistrationStatus.SUSPENDED, from_=march(5))
    setting = standing(listed(), registered(), suspended)

    assert home_on(setting, march(4)).registration is Registration.VALID
    assert home_on(setting, march(5)).registration is Registration.LAPSED


@pytest.mark.covers("6-50")
def test_a_cancelled_registration_leaves_what_was_before_it_compliant() -> None:
    end = RecordRegistrationEnded(
        kind=RegistrationKind.CHILDRENS_HOME, on=march(5), reason="cancelled"
    )
    ended = RegistrationEnded(**end.model_dump())
    home.given(listed(), registered()).when(end).then(ended)
    setting = standing(listed(), registered(), ended)

    assert home_on(setting, march(4)).registration is Registration.VALID
    assert home_on(setting, march(5)).registration is Registration.LAPSED


def test_a_registration_that_is_not_in_force_cannot_end() -> None:
    end = RecordRegistrationEnded(
        kind=RegistrationKind.SECURE_HOME, on=march(5), reason="cancelled"
    )
    home.given(listed(), registered()).when(end).then_refused(RegistrationNotFound)


def test_a_registration_for_fewer_than_live_there_is_recorded_with_its_breach() -> None:
    command = RecordRegistration(
        kind=RegistrationKind.CHILDRENS_HOME, urn="SC1", registered_places=1, from_=march(5)
    )
    (event,) = home.decider.decide(
        standing(listed(), registered(), occupied(ALEX), occupied(BILLIE)), command
    )

    assert [each.code for each in getattr(event, "breaches", ())] == ["OVER_CAPACITY"]


@pytest.mark.parametrize("asked_until", [march(1), march(5)])
def test_what_ends_before_it_begins_is_refused(asked_until: date) -> None:
    case = home.given(listed(), registered())
    span = {"from_": march(5), "until": asked_until}

    for command in (
        RecordRegistration(kind=RegistrationKind.CHILDRENS_HOME, urn=None, **span),
        RestrictAdmissions(source="council", **span),
        CloseTemporarily(**span),
        RecordFosteringExemption(places=5, source="siblings", **span),
    ):
        case.when(command).then_refused(EffectiveBeforeStream)


def test_fewer_places_than_children_is_recorded_and_nobody_is_evicted() -> None:
    lived_in = (listed(places=2), registered(), occupied(ALEX), occupied(BILLIE))
    (event,) = home.decider.decide(standing(*lived_in), ChangeCapacity(places=1, from_=march(10)))
    assert isinstance(event, CapacityChanged)
    assert [breach.code for breach in event.breaches] == ["OVER_CAPACITY"]

    over = nights_over(standing(*lived_in, event), march(1), march(31))
    assert [str(nights) for nights in over] == ["2026-03-10/2026-03-30"]


def test_a_change_of_capacity_between_two_others_holds_until_the_next() -> None:
    setting = standing(
        listed(places=5),
        CapacityChanged(places=2, from_=march(20)),
        CapacityChanged(places=4, from_=march(10)),
    )

    assert [free_on(setting, march(day)) for day in (9, 10, 19, 20)] == [5, 4, 4, 2]


def test_restrictions_and_closures_begin_and_end() -> None:
    shut = AdmissionsRestricted(from_=march(5), until=None, source="council")
    closed = TemporarilyClosed(from_=march(5), until=None)
    case = home.given(listed(), registered())

    case.when(RestrictAdmissions(from_=march(5), source="council")).then(shut)
    case.when(CloseTemporarily(from_=march(5))).then(closed)
    case.when(LiftRestriction(on=march(9))).then_refused(NothingToLift)
    case.when(Reopen(on=march(9))).then_refused(NothingToLift)

    both = home.given(listed(), registered(), shut, closed)
    both.when(LiftRestriction(on=march(9))).then(RestrictionLifted(on=march(9)))
    both.when(Reopen(on=march(9))).then(Reopened(on=march(9)))


def test_a_home_registered_with_restrictions_admits_nobody_new() -> None:
    setting = standing(listed(), registered(status=RegistrationStatus.RESTRICTED))

    assert home_on(setting, march(1)).admissions_restricted


@pytest.mark.covers("6-53")
def test_a_home_that_is_sold_keeps_its_children() -> None:
    sold = OperatorChanged(provider_id=OTHER_PROVIDER, from_=march(10))
    case = home.given(listed(places=1), registered(), occupied(ALEX))
    case.when(ChangeOperator(provider_id=OTHER_PROVIDER, from_=march(10))).then(sold)
    setting = standing(*case.history, sold)

    assert home_on(setting, march(9)).provider_id == PROVIDER
    assert home_on(setting, march(10)).provider_id == OTHER_PROVIDER
    assert free_on(setting, march(10)) == 0


@pytest.mark.covers("R-14")
def test_a_foster_household_takes_three_unless_exempted() -> None:
    approval = registered(places=5, kind=RegistrationKind.FOSTER_APPROVAL)
    household = (listed(places=5, provision=Provision.FOSTERING), approval)
    exempt = FosteringExemptionRecorded(
        places=5, from_=march(10), until=march(20), source="siblings"
    )
    command = RecordFosteringExemption(
        places=5, from_=march(10), until=march(20), source="siblings"
    )
    home.given(*household).when(command).then(exempt)
    setting = standing(*household, exempt)

    assert [free_on(setting, march(day)) for day in (9, 10, 19, 20)] == [3, 5, 5, 3]


@pytest.mark.covers("R-14")
def test_an_approval_for_fewer_than_three_binds() -> None:
    household = (
        listed(places=5, provision=Provision.FOSTERING),
        registered(places=2, kind=RegistrationKind.FOSTER_APPROVAL),
        reserved(ALEX),
        reserved(BILLIE),
    )
    home.given(*household).when(reserve(CHRIS)).then_refused(OverCapacity)


def test_what_a_home_says_it_meets_holds_from_its_day() -> None:
    first = StatementOfPurposeRecorded(needs=("trauma",), from_=march(1))
    then = StatementOfPurposeRecorded(needs=("autism", "trauma"), from_=march(10))
    said = standing(listed(), first, then)

    home.given(listed()).when(
        RecordStatementOfPurpose(needs=("trauma", "autism", "trauma"), from_=march(10))
    ).then(then)
    assert needs_met_on(standing(listed()), march(1)) is None
    assert needs_met_on(said, march(9)) == frozenset({"trauma"})
    assert needs_met_on(said, march(10)) == frozenset({"trauma", "autism"})


@pytest.mark.covers("R-63")
def test_a_home_may_say_that_it_meets_a_need_of_no_list_and_it_is_marked() -> None:
    said = RecordStatementOfPurpose(needs=("a_needs", "owls"), from_=march(1))
    looked_up = ONE_CODE_EACH.looked_up(said, march(1))

    (recorded,) = home.decider.decide(standing(listed()), looked_up)

    assert isinstance(recorded, StatementOfPurposeRecorded)
    assert recorded.needs == ("a_needs", "owls")
    assert [breach.code for breach in recorded.breaches] == ["CODE_NOT_IN_FORCE"]
    assert "/needs/1" in recorded.breaches[0].detail
