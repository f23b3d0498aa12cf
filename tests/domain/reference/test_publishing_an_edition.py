import pytest

from domain.reference import ReferenceCommand, ReferenceEvent, decider
from domain.reference.errors import EditionNameTaken
from domain.reference.events import (
    CalendarPublished,
    ClockLimitsPublished,
    ClockWarningsPublished,
    CodeListsPublished,
    OfficeHoursPublished,
)
from domain.reference.sets import SetName, stream_of
from domain.reference.state import Published
from domain.shared.calendar import OFFICE_HOURS
from domain.shared.clock_catalogue import C_SREV_20, FIRST_EDITION
from domain.shared.code_lists import CodeLists, ListName
from domain.shared.errors import CorruptHistory, MissingInformation, WrongState
from domain.shared.vocabulary import Subject
from domain.shared.warnings import FIRST_WARNINGS
from tests.support.references import (
    BOXING_DAY_SUBSTITUTE,
    CHRISTMAS,
    ONE_CODE_EACH,
    calendar_published,
    publish_calendar,
    publish_code_lists,
    publish_limits,
    publish_office_hours,
    publish_warnings,
)
from tests.support.scenario import Case

reference = Case(decider)


def only(command: ReferenceCommand) -> ReferenceEvent:
    """What comes of a command on a set of which nothing has been published."""
    (event,) = decider.decide(decider.initial, command)
    return event


@pytest.mark.covers("R12", "R-31")
def test_a_calendar_is_published_with_its_holidays_in_order() -> None:
    (
        reference.given()
        .when(publish_calendar("2026-1", BOXING_DAY_SUBSTITUTE, CHRISTMAS))
        .then(calendar_published("2026-1", CHRISTMAS, BOXING_DAY_SUBSTITUTE))
    )


@pytest.mark.covers("R12")
def test_an_amendment_is_the_next_edition() -> None:
    (
        reference.given(calendar_published("2026-1", CHRISTMAS))
        .when(publish_calendar("2026-2", CHRISTMAS, BOXING_DAY_SUBSTITUTE))
        .then(calendar_published("2026-2", CHRISTMAS, BOXING_DAY_SUBSTITUTE))
    )


def test_a_name_is_used_for_one_edition_only() -> None:
    (
        reference.given(calendar_published("2026-1"), calendar_published("2026-2"))
        .when(publish_calendar("2026-1", CHRISTMAS))
        .then_refused(EditionNameTaken)
    )


@pytest.mark.covers("R-31")
def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(MissingInformation) as refusal:
        only(publish_calendar(source=" ", approved_by=Subject("")))

    assert refusal.value.details["missing"] == ["source", "approved_by"]


def test_an_edition_has_a_name() -> None:
    reference.given().when(publish_calendar("")).then_refused(MissingInformation)


def test_a_set_keeps_to_its_kind() -> None:
    (
        reference.given(calendar_published("2026-1"))
        .when(publish_limits("2026-2"))
        .then_refused(WrongState)
    )


def test_a_history_of_two_kinds_is_corrupt() -> None:
    with pytest.raises(CorruptHistory):
        decider.replay([calendar_published(), only(publish_limits())])


@pytest.mark.covers("R14", "R-31")
def test_the_warnings_are_published_as_given() -> None:
    event = only(publish_warnings())

    assert isinstance(event, ClockWarningsPublished)
    assert event.warnings == FIRST_WARNINGS


def test_the_limits_are_published_as_given() -> None:
    event = only(publish_limits())

    assert isinstance(event, ClockLimitsPublished)
    assert event.limits == FIRST_EDITION
    assert event.limits[C_SREV_20].number == 20


@pytest.mark.covers("R-03", "R-31")
def test_the_office_hours_are_published_as_given() -> None:
    event = only(publish_office_hours())

    assert isinstance(event, OfficeHoursPublished)
    assert event.office_hours == OFFICE_HOURS


@pytest.mark.covers("R-31", "R-63")
def test_the_lists_of_codes_are_published_as_given() -> None:
    event = only(publish_code_lists())

    assert isinstance(event, CodeListsPublished)
    assert event.code_lists == ONE_CODE_EACH


@pytest.mark.covers("R-63")
def test_an_edition_that_leaves_lists_out_names_each_of_them() -> None:
    two = {name: ONE_CODE_EACH.lists[name] for name in (ListName.NEEDS, ListName.REFERRERS)}
    rest = {k: v for k, v in ONE_CODE_EACH.lists.items() if k not in two}

    with pytest.raises(MissingInformation) as refusal:
        only(publish_code_lists(lists=CodeLists(lists=rest)))

    assert refusal.value.details["missing"] == ["lists.needs", "lists.referrers"]


def test_what_was_published_last_is_the_latest_in_force_or_not() -> None:
    state = decider.replay([calendar_published("2026-1"), calendar_published("2026-2", CHRISTMAS)])

    assert isinstance(state, Published)
    assert isinstance(state.latest, CalendarPublished)
    assert state.latest.calendar.edition == "2026-2"
    assert not state.latest.calendar.is_working_day(CHRISTMAS)


@pytest.mark.parametrize(
    "command",
    [
        publish_calendar("2026-1", CHRISTMAS),
        publish_limits(),
        publish_code_lists(),
        publish_office_hours(),
    ],
)
def test_an_edition_survives_being_written_down(command: ReferenceCommand) -> None:
    event = only(command)

    assert type(event).model_validate_json(event.model_dump_json()) == event


def test_each_set_has_a_stream_of_its_own() -> None:
    assert [stream_of(name) for name in SetName] == [
        "reference-calendar",
        "reference-clock-limits",
        "reference-clock-warnings",
        "reference-code-lists",
        "reference-office-hours",
    ]
