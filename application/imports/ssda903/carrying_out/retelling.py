"""Telling one stream what a return says: what it takes, and on which lines it declines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from application.imports.ssda903.findings import Finding, Line, RefusedRow
from application.shared.casework import Ask, require_happened
from application.shared.in_turn import InTurn, in_turn
from application.shared.ports import History, Occasion
from domain.shared.decider import Decider
from domain.shared.envelope import FileId
from domain.shared.errors import CaseworkError
from domain.shared.messages import Command


@dataclass(frozen=True, slots=True)
class Declined:
    """Why lines could not be imported."""

    lines: tuple[Line, ...]
    because: CaseworkError

    def rows(self, child_of: Mapping[Line, str]) -> Sequence[RefusedRow]:
        finding = Finding(self.because.code, self.because.title)
        reason = str(self.because)
        return [
            RefusedRow(line=line, finding=finding, child=child_of.get(line), reason=reason)
            for line in self.lines
        ]


@dataclass
class Retelling:
    """One stream and the commands it will be asked, each tried before the next is thought of."""

    history: History[Any]
    decider: Decider[Any, Any, Any]
    occasion: Occasion
    state: Any = None
    commands: list[Command] = field(default_factory=list)
    declined: list[Declined] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = self.history.folded(self.decider)

    def tell(self, command: Command, *lines: Line) -> bool:
        """Whether the stream takes it. What it declines changes nothing."""
        try:
            events = self.decider.decide(self.state, command)
            for event in events:
                require_happened(event, self.occasion)
        except CaseworkError as refusal:
            self.decline(refusal, *lines)
            return False
        for event in events:
            self.state = self.decider.evolve(self.state, event)
        self.commands.append(command)
        return True

    def decline(self, refusal: CaseworkError, *lines: Line) -> None:
        self.declined.append(Declined(lines, refusal))

    def asks(self, file: FileId | None = None) -> Sequence[Ask]:
        """One ask, or none where the stream holds everything already."""
        if not self.commands:
            return []
        command = InTurn(commands=tuple(self.commands))
        return [Ask(self.history.stream, in_turn(self.decider), command, file=file)]
