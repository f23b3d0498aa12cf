"""A copy of a document goes out when somebody has read that very copy, and comes back at once."""

from uuid import UUID

import pytest

from domain.referral import decider
from domain.referral.commands.copies import ReleaseCopy, WithdrawCopy
from domain.referral.copies import Copy, CopyId
from domain.referral.errors import RedactionNotConfirmed
from domain.referral.events.copies import CopyReleased, CopyWithdrawn
from domain.shared.errors import NotFound, WrongState
from tests.support.referrals import BROKER, drafted, until_approved, until_published
from tests.support.scenario import Case

referral = Case(decider)

COPY = Copy(
    copy_id=CopyId(UUID(int=90)),
    document_id=UUID(int=91),
    kind="pathway_plan",
    version=2,
    of_sha256="a" * 64,
    sha256="b" * 64,
    taken=7,
)
RELEASED = CopyReleased(copied=COPY, certified_by=BROKER)
TAKEN_BACK = CopyWithdrawn(copy_id=COPY.copy_id, reason="names_a_relative", by=BROKER)


def release(read: str = COPY.sha256, left: int = 0) -> ReleaseCopy:
    return ReleaseCopy(copied=COPY, read_sha256=read, identifiers_left=left, by=BROKER)


def withdraw() -> WithdrawCopy:
    return WithdrawCopy(copy_id=COPY.copy_id, reason="names_a_relative", by=BROKER)


@pytest.mark.covers("4-110", "R-30")
def test_a_copy_goes_out_before_or_after_publication() -> None:
    referral.given(*until_approved()).when(release()).then(RELEASED)
    referral.given(*until_published()).when(release()).then(RELEASED)


@pytest.mark.covers("4-110", "R-30")
def test_only_the_very_copy_that_was_read_goes_out() -> None:
    referral.given(*until_published()).when(release(read="c" * 64)).then_refused(
        RedactionNotConfirmed
    )


@pytest.mark.covers("4-110")
def test_a_copy_in_which_the_scan_still_finds_somebody_stays() -> None:
    referral.given(*until_published()).when(release(left=1)).then_refused(RedactionNotConfirmed)


def test_nothing_goes_out_of_a_draft() -> None:
    referral.given(drafted()).when(release()).then_refused(WrongState)


@pytest.mark.covers("6-65")
def test_a_copy_is_taken_back_once() -> None:
    referral.given(*until_published(), RELEASED).when(withdraw()).then(TAKEN_BACK)
    referral.given(*until_published(), RELEASED, TAKEN_BACK).when(withdraw()).then_refused(NotFound)
