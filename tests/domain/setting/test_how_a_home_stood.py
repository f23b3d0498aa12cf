"""The stretches in which nothing of a home's register changes, and what they say of each day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.setting.events import SettingEvent
from domain.setting.events.register import (
    AdmissionsRestricted,
    CapacityChanged,
    FosteringExemptionRecorded,
    OperatorChanged,
    RegistrationEnded,
    Reopened,
    RestrictionLifted,
    TemporarilyClosed,
)
from domain.setting.questions import home_on
from domain.setting.registration import RegistrationKind
from domain.setting.standing import Standing, standings
from domain.shared.admission import Registration
from tests.support.recorded import event_id, recorded
from tests.support.settings import OTHER_PROVIDER, listed, march, registered, standing


def test_a_stretch_ends_where_the_register_changes_and_names_the_events() -> None:
    facts: list[SettingEvent] = [
        listed(from_=march(1)),
        registered(from_=march(1)),
        TemporarilyClosed(from_=march(10), until=march(12)),
    ]

    found = standings(recorded(*facts))

    assert [(each.since, each.until, each.is_open) for each in found] == [
        (march(1), march(10), True),
        (march(10), march(12), False),
        (march(12), None, True),
    ]
    assert [each.source for each in found[1:]] == [event_id(3), event_id(3)]
    assert [each.ended_by for each in found] == [event_id(3), event_id(3), None]


def test_what_came_before_the_home_was_listed_makes_no_stretch() -> None:
    facts: list[SettingEvent] = [listed(from_=march(5)), registered(from_=march(1))]

    found = standings(recorded(*facts))

    assert [(each.since, each.registration) for each in found] == [(march(5), Registration.VALID)]


def test_nothing_stands_before_a_home_is_listed() -> None:
    assert list(standings([])) == []


DAYS = st.integers(1, 28).map(march)
UNTIL = st.one_of(st.none(), st.integers(29, 31).map(march))
REGISTER = st.lists(
    st.one_of(
        st.builds(CapacityChanged, places=st.integers(0, 4), from_=DAYS),
        st.builds(lambda day, end: registered(3, from_=day, until=end), DAYS, UNTIL),
        st.builds(
            FosteringExemptionRecorded,
            places=st.integers(1, 5),
            from_=DAYS,
            until=UNTIL,
            source=st.just("siblings"),
        ),
        st.builds(OperatorChanged, provider_id=st.just(OTHER_PROVIDER), from_=DAYS),
        st.builds(AdmissionsRestricted, from_=DAYS, until=UNTIL, source=st.just("council")),
        st.builds(RestrictionLifted, on=DAYS),
        st.builds(TemporarilyClosed, from_=DAYS, until=UNTIL),
        st.builds(Reopened, on=DAYS),
        st.builds(
            RegistrationEnded,
            kind=st.just(RegistrationKind.CHILDRENS_HOME),
            on=DAYS,
            reason=st.just("cancelled"),
        ),
    ),
    max_size=8,
)


@given(REGISTER)
def test_on_every_day_one_stretch_says_what_the_gates_are_asked(events: list[SettingEvent]) -> None:
    facts = [listed(from_=march(3)), *events]
    setting, found = standing(*facts), standings(recorded(*facts))

    for day in (march(1) + timedelta(days=n) for n in range(35)):
        that_day = [each for each in found if each.since <= day and not _over(each, day)]
        begun = min(each.from_ for each in setting.configured) <= day
        assert len(that_day) == begun
        for each in that_day:
            home = home_on(setting, day)
            assert (each.is_open, each.admissions_restricted) == (
                home.is_open,
                home.admissions_restricted,
            )
            assert (each.registration, each.provider_id) == (home.registration, home.provider_id)
            assert each.limit == setting.places().limit_on(day)


def _over(each: Standing, day: date) -> bool:
    return each.until is not None and each.until <= day
