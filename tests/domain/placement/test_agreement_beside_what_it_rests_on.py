"""An agreement is held against the matrix, the money and the contract; people are warned."""

from typing import Any
from uuid import UUID

import pytest

from domain import placement
from domain.placement.commands.agreement import DraftAgreement, RestsOn
from domain.placement.errors import MatrixOutOfRange
from domain.placement.events import AgreementDrafted
from domain.shared.vocabulary import ContractId
from tests.support.placements import CONTRACT, LINES, draft, proposed
from tests.support.scenario import Case
from tests.support.variations import lines

case = Case(placement.decider)


def drafted(**more: Any) -> DraftAgreement:
    return draft().model_copy(update=more)


def warned(command: DraftAgreement) -> tuple[str, ...]:
    (event,) = placement.decider.decide(placement.decider.replay([proposed()]), command)
    assert isinstance(event, AgreementDrafted)
    return event.warnings


def rests_on(**more: Any) -> RestsOn:
    plain = {"lines": LINES, "contract_id": CONTRACT, "contract_version": 1}
    return RestsOn(**{**plain, **more})


@pytest.mark.covers("4-083")
def test_more_hours_than_the_matrix_gives_are_warned_of() -> None:
    assert warned(drafted(half_hours=21)) == ("HOURS_ABOVE_MATRIX",)
    assert warned(drafted(half_hours=20)) == ()


def test_another_price_or_contract_than_was_gone_by_is_warned_of() -> None:
    assert warned(drafted(rests_on=rests_on())) == ()
    assert warned(drafted(rests_on=rests_on(lines=lines(79_000)))) == (
        "PRICE_OTHER_THAN_AUTHORISED",
    )
    for other in ({"contract_version": 2}, {"contract_id": ContractId(UUID(int=77))}):
        assert warned(drafted(rests_on=rests_on(**other))) == ("CONTRACT_OTHER_THAN_PUBLISHED",)
    assert warned(drafted(rests_on=RestsOn())) == ()


@pytest.mark.covers("4-085", "6-76")
def test_bespoke_care_that_was_approved_goes_beyond_the_lot() -> None:
    many = {"half_hours": 60, "matrix_half_hours": 60}
    case.given(proposed()).when(drafted(**many)).then_refused(MatrixOutOfRange)
    assert warned(drafted(**many, bespoke_24_7=True)) == ()
