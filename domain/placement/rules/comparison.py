"""What an agreement says, beside what it rests on: people are warned, and nothing is refused."""

from collections.abc import Iterator

from domain.placement.commands.agreement import DraftAgreement, RestsOn
from domain.shared.money import PriceLine
from domain.shared.tariff import weekly_by_kind

HOURS = "HOURS_ABOVE_MATRIX"
PRICE = "PRICE_OTHER_THAN_AUTHORISED"
VERSION = "CONTRACT_OTHER_THAN_PUBLISHED"


def warnings_of_draft(command: DraftAgreement) -> Iterator[str]:
    """More hours than the matrix gives (4-083); another price, or contract, than was gone by."""
    matrix, rests_on = command.matrix_half_hours, command.rests_on
    if matrix is not None and command.half_hours > matrix:
        yield HOURS
    if rests_on is None:
        return
    if rests_on.lines is not None and _otherwise(command.lines, rests_on.lines):
        yield PRICE
    if _is_another_contract(command, rests_on):
        yield VERSION


def _otherwise(one: tuple[PriceLine, ...], other: tuple[PriceLine, ...]) -> bool:
    return weekly_by_kind(one) != weekly_by_kind(other)


def _is_another_contract(command: DraftAgreement, rests_on: RestsOn) -> bool:
    if rests_on.contract_id is None:
        return False
    gone_by = (rests_on.contract_id, rests_on.contract_version)
    return gone_by != (command.contract_id, command.contract_version)
