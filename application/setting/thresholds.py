"""The lowest grade that the contracts of a home's provider put up with."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import contract
from domain.contract.state import terms_in_force
from domain.provider.state import NotKnown
from domain.setting.questions import operator_on
from domain.shared.inspection import Grade


def inspection_threshold(registers: Registers, setting_id: UUID, day: date) -> Grade | None:
    """The strictest of them on a day; none where no contract of the provider names one."""
    found: Grade | None = None
    for asked in _asked(registers, setting_id, day):
        if found is None or found.is_below(asked):
            found = asked
    return found


def _asked(registers: Registers, setting_id: UUID, day: date) -> Iterator[Grade]:
    provider_id = operator_on(registers.setting(setting_id), day)
    provider = registers.provider(provider_id) if provider_id else NotKnown()
    memberships = () if isinstance(provider, NotKnown) else provider.memberships
    for contract_id in {each.contract_id for each in memberships if each.covers(day)}:
        held = registers.office.state(contract.decider, stream_of("contract", contract_id))
        terms = terms_in_force(held, day)
        if terms is not None and terms.inspection_threshold is not None:
            yield terms.inspection_threshold
