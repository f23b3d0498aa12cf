"""Words that are read outside the council, or were said there."""

from typing import Any

from domain.shared.messages import Command

LOOKED_UP = frozenset({"would_tell", "not_in_force"})


class Worded(Command):
    """`would_tell` names the texts by which whoever reads them could recognise the child (5.4)."""

    would_tell: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """What the command says, without what was looked up for it."""
        return {name: said for name, said in self if name not in LOOKED_UP}
