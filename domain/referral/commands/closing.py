"""Ending a search with nothing."""

from domain.referral.codes import OutcomeForChild
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject


class CloseUnfilled(Command):
    """Give up looking: no home was found, and this is what became of the child."""

    outcome: OutcomeForChild
    text: str
    by: Subject


class ExpireDraft(Command):
    """Let go of a draft whose time has run out (C-DRAFT)."""


ClosingCommand = CloseUnfilled | ExpireDraft
