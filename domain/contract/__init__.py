"""Contract: a framework, a dynamic purchasing system or a block, in versions.

    NotPublished ── PublishContractVersion (1) ──▶ Published ──┐
                                                     ▲         │ PublishContractVersion (2, 3 …)
                                                     └─────────┘

Everything contractual is read from here: lots and their ages, response windows, notice
rules. A version is in force from its date until the next one's; nothing is ever changed
in a version, because agreements name the version that they were made under.
"""

from domain.contract.commands import ContractCommand
from domain.contract.decisions import decide
from domain.contract.events import ContractEvent
from domain.contract.state import Contract, NotPublished, evolve
from domain.shared.decider import Decider

decider = Decider[ContractCommand, Contract, ContractEvent](
    initial=NotPublished(), decide=decide, evolve=evolve
)

__all__ = ["Contract", "ContractCommand", "ContractEvent", "decider"]
