"""The sets of reference data, and the stream that each has."""

from enum import StrEnum

from domain.shared.envelope import StreamId


class SetName(StrEnum):
    CALENDAR = "calendar"
    CLOCK_LIMITS = "clock-limits"
    CLOCK_WARNINGS = "clock-warnings"
    CODE_LISTS = "code-lists"
    OFFICE_HOURS = "office-hours"


def stream_of(set_name: SetName) -> StreamId:
    return StreamId(f"reference-{set_name}")
