"""First editions of reference data: each a file, with its source and what is assumed in it.

They are put on record by the ordinary commands and approved by whoever runs the service:
nothing is in force because it ships. `docs/reference-data.md` lists the assumed values.
"""

from infrastructure.reference.editions import authority_commands, code_lists, contract_commands

__all__ = ["authority_commands", "code_lists", "contract_commands"]
