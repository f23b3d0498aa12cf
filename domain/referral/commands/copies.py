"""Releasing a copy of a document to those invited, and taking it back."""

from domain.referral.codes import Code
from domain.referral.copies import Copy, CopyId
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject


class ReleaseCopy(Command):
    """`read_sha256` is the digest of what the certifier read.

    `identifiers_left` counts what a scan still finds in the copy as it would go out.
    """

    copied: Copy
    read_sha256: str
    identifiers_left: int
    by: Subject


class WithdrawCopy(Command):
    copy_id: CopyId
    reason: Code
    by: Subject


CopyCommand = ReleaseCopy | WithdrawCopy
