"""What a search for brothers and sisters must hold, beyond what one for a child must."""

from collections.abc import Sequence

from domain.referral.errors import ChildNamedInSharedRecord, SiblingsMismatch
from domain.shared.vocabulary import CaseId


def require_each_child_once(cases: Sequence[CaseId]) -> None:
    """Refuse a group in which one child stands twice."""
    if len(set(cases)) < len(cases):
        raise SiblingsMismatch("One child is named twice.")


def require_nobody_named(fields: Sequence[str]) -> None:
    """Refuse free text by which one of several children could be recognised (R-56).

    It stands in a file that outlives the file of each child: a name in it would outlive the
    erasure of that child. The fields are told, and never what was found in them.
    """
    if fields:
        text = "Say which child is meant by its number."
        raise ChildNamedInSharedRecord(text, fields=sorted(set(fields)))
