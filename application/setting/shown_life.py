"""A home's life as it is shown: stages, checks and inspections, each with its word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.setting.assurance import CheckKind
from domain.setting.description import Particulars
from domain.setting.life import Life, Stage
from domain.setting.questions import description_on, life_on
from domain.setting.state import Listed
from domain.shared.inspection import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStage:
    stage: Stage
    since: date
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheck:
    """`holds` is whether it was passed and has not expired by the day asked about."""

    kind: CheckKind
    on: date
    passed: bool
    expires_on: date | None
    holds: bool
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInspection:
    on: date
    grade: Grade
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLife:
    """How far the home is on the day, what kind it is, and what was looked at by then."""

    on_the_day: Life
    particulars: Particulars
    stages: Sequence[ShownStage]
    checks: Sequence[ShownCheck]
    inspections: Sequence[ShownInspection]


def life_shown(setting: Listed, day: date) -> ShownLife:
    return ShownLife(
        on_the_day=life_on(setting, day),
        particulars=description_on(setting, day),
        stages=[
            ShownStage(stage=each.stage, since=each.from_, source=each.source)
            for each in setting.stages
        ],
        checks=[
            ShownCheck(
                kind=each.kind,
                on=each.from_,
                passed=each.passed,
                expires_on=each.expires_on,
                holds=each.holds(day),
                source=each.source,
            )
            for each in setting.checks
            if each.covers(day)
        ],
        inspections=[
            ShownInspection(on=each.from_, grade=each.grade, source=each.source)
            for each in setting.inspections
            if each.from_ <= day
        ],
    )


def is_confidential(setting: Listed, *days: date) -> bool:
    """Whether the address is withheld: by the newest word on it, or by that of any of these days.

    Today is always one of them: a word that lifts it on a day to come lifts nothing before.
    """
    newest = setting.descriptions[-1].particulars.confidential if setting.descriptions else False
    return newest or any(description_on(setting, day).confidential for day in days)
