"""What reference data must obey (docs/domain/03, R12; docs/domain/10, R-31)."""

from collections.abc import Iterable

from domain.reference.commands import PublishCodeLists, PublishEdition
from domain.reference.errors import EditionNameTaken
from domain.reference.events import ReferenceEvent
from domain.shared.errors import MissingInformation
from domain.shared.said import require_said

VOUCHED_BY = ("edition", "source", "approved_by")


def require_vouched_for(command: PublishEdition) -> None:
    """Refuse an edition without a name, a source or an approver (R-31)."""
    require_said(**{name: getattr(command, name) for name in VOUCHED_BY})


def require_new_name(editions: Iterable[ReferenceEvent], name: str) -> None:
    """Refuse a name used before: a decision that cites an edition must cite only one (R12)."""
    if any(edition.edition == name for edition in editions):
        raise EditionNameTaken(f"There is an edition {name} already. Give this one a name.")


def require_every_list(command: PublishEdition) -> None:
    """Refuse an edition that leaves a list out: its codes would be looked up nowhere (R-63)."""
    if isinstance(command, PublishCodeLists) and command.code_lists.lacking():
        raise MissingInformation([f"lists.{name}" for name in command.code_lists.lacking()])
