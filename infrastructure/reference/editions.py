"""Reads the shipped editions into the commands that put them on record."""

import json
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from domain.authority.commands import AuthorityCommand, EstablishAuthority, SetFundingLimit
from domain.contract.commands import PublishContractVersion
from domain.reference.commands import PublishCodeLists
from domain.shared.code_lists import CodeLists
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject

SINCE = date(1990, 1, 1)
"""Early enough for every period that an import brings in."""


def contract_commands(approved_by: Subject) -> Sequence[PublishContractVersion]:
    """The first version of every contract that ships, the oldest in force first."""
    commands = [
        PublishContractVersion(
            terms=ContractTerms.model_validate(edition["terms"]),
            source=edition["source"],
            approved_by=approved_by,
        )
        for edition in _editions("contracts")
    ]
    return sorted(commands, key=lambda command: command.terms.in_force_from)


def authority_commands(approved_by: Subject) -> Sequence[Sequence[AuthorityCommand]]:
    """For every council that ships, its entry first and then its funding limits."""
    return [_authority(edition, approved_by) for edition in _editions("authorities")]


def code_lists(approved_by: Subject) -> PublishCodeLists:
    """The first edition of the lists of codes."""
    (edition,) = _editions("code_lists")
    return PublishCodeLists(
        edition="r-31",
        in_force_from=SINCE,
        source=edition["source"],
        approved_by=approved_by,
        code_lists=CodeLists.model_validate({"lists": edition["lists"]}),
    )


def _authority(edition: dict[str, Any], approved_by: Subject) -> Sequence[AuthorityCommand]:
    establish = EstablishAuthority.model_validate(
        {**edition["authority"], "source": edition["source"], "approved_by": approved_by}
    )
    limits = [
        SetFundingLimit.model_validate({**limit, "source": edition["funding_source"]})
        for limit in edition["funding_limits"]
    ]
    return [establish, *limits]


def _editions(folder: str) -> Sequence[dict[str, Any]]:
    found = [each for each in files(__package__).joinpath(folder).iterdir() if each.is_file()]
    in_order = sorted(found, key=lambda each: each.name)
    return [json.loads(each.read_text(encoding="utf-8")) for each in in_order]
