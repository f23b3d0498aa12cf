"""The steps of a home's life. Opening is decided; the rest is recorded as it happened."""

from collections.abc import Sequence

from domain.setting.assurance import held_on
from domain.setting.commands import life as ask
from domain.setting.commands.life import LifeCommand
from domain.setting.decisions.fit import with_breaches
from domain.setting.errors import HomeNotReady
from domain.setting.events import life as came
from domain.setting.events.life import LifeEvent
from domain.setting.life import Stage
from domain.setting.questions import is_registered
from domain.setting.rules import require_after, require_not_before
from domain.setting.state import Listed
from domain.shared.errors import WrongState


def decide_life(setting: Listed, command: LifeCommand) -> Sequence[LifeEvent]:
    newest = setting.stages[-1]
    match newest.stage, command:
        case Stage.PLANNED, ask.RecordMobilised(on=on):
            require_not_before(on, newest.from_)
            return [came.HomeMobilised(on=on)]
        case ((Stage.MOBILISED | Stage.CLOSING), ask.OpenHome(from_=from_)):
            require_not_before(from_, newest.from_)
            require_ready(setting, command)
            return [came.HomeOpened(from_=from_)]
        case Stage.OPEN, ask.AnnounceClosing(from_=from_, reason=reason):
            require_not_before(from_, newest.from_)
            return [came.HomeClosing(from_=from_, reason=reason)]
        case stage, ask.RecordClosed(on=on) if stage is not Stage.CLOSED:
            require_not_before(on, newest.from_)
            closed = came.HomeClosed(on=on, reason=command.reason)
            return [with_breaches(setting, closed, on, None)]
        case _, ask.RecordCheck():
            require_after(command.expires_on, command.on)
            return [came.PremisesChecked(**command.model_dump())]
        case _, ask.RecordInspection():
            return [inspected(command)]
        case stage, _:
            raise WrongState(f"This home is {stage}.", state=stage)


def require_ready(setting: Listed, command: ask.OpenHome) -> None:
    """Refuse to open before registration and checks, and name everything missing at once."""
    day = command.from_
    ready = {"registration": is_registered(setting, day)}
    ready |= {f"{kind}_check": held for kind, held in held_on(setting.checks, day).items()}
    missing = [name for name, done in ready.items() if not done]
    if missing:
        raise HomeNotReady(missing)


def inspected(command: ask.RecordInspection) -> LifeEvent:
    threshold = command.threshold
    return came.InspectionRecorded(
        on=command.on,
        grade=command.grade,
        threshold=threshold,
        below_threshold=threshold is not None and command.grade.is_below(threshold),
    )
