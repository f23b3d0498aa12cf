"""Every command of a placement is answered by one topic, and by one alone."""

from typing import get_args

from domain.placement.commands import PlacementCommand
from domain.placement.decisions import TOPICS


def test_every_command_has_one_topic() -> None:
    for command in get_args(PlacementCommand):
        answered_by = [commands for commands, _, _ in TOPICS if issubclass(command, commands)]
        assert len(answered_by) == 1, command
