"""Owning, afterwards, to what one is written down to have said; giving anew what was denied."""

from domain.shared.messages import Command
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class ConfirmSpoken(Command):
    """Say that it was one's own word. `role` is that in which one signed in."""

    number: int
    role: RoleName
    by: Subject


class DenySpoken(Command):
    """Say that it was not one's own word, and what was said instead."""

    number: int
    text: str
    by: Subject


class GiveAnew(Command):
    """Give oneself what the officer who was named has denied. `role` as of `ConfirmSpoken`."""

    number: int
    role: RoleName
    by: Subject


SpokenCommand = ConfirmSpoken | DenySpoken | GiveAnew
