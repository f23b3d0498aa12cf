"""Every command of a referral is answered by one table of transitions, and by one alone."""

from typing import get_args

from domain.referral.commands import ReferralCommand
from domain.referral.decisions import TOPICS


def test_every_command_has_one_table() -> None:
    for command in get_args(ReferralCommand):
        answered_by = [topic for topic, _ in TOPICS if issubclass(command, topic)]
        assert len(answered_by) == 1, command
