"""A child's file says that a home is sought, whoever else seeks one."""

from uuid import UUID

from domain.case.commands import NoteHomeSought
from domain.case.events import HomeSought
from domain.shared.errors import WrongState
from domain.shared.vocabulary import ReferralId
from tests.support.cases import case, case_opened

REFERRAL = ReferralId(UUID(int=5))


def test_every_request_that_is_begun_is_noted() -> None:
    note, noted = NoteHomeSought(referral_id=REFERRAL), HomeSought(referral_id=REFERRAL)

    case.given(case_opened()).when(note).then(noted)
    case.given(case_opened(), noted).when(note).then(noted)
    case.given().when(note).then_refused(WrongState)
