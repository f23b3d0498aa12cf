"""What makes a version follow from the last, one function for each rule.

Source: docs/domain/00, 0.4 (contract terms are dated data); C-16 (an unmapped reason for
notice cannot be used, so one mapped twice cannot be either); R-31 (source and approver).
"""

from collections.abc import Sequence

from domain.contract.errors import (
    OfAnotherContract,
    TermsContradict,
    VersionBackdated,
    VersionOutOfOrder,
)
from domain.shared.terms import ContractTerms


def require_next(versions: Sequence[ContractTerms], terms: ContractTerms) -> None:
    """Refuse a version that leaves a gap, goes back, or belongs to another contract."""
    if terms.version != len(versions) + 1:
        raise VersionOutOfOrder(f"The next version is {len(versions) + 1}, not {terms.version}.")
    if not versions:
        return
    if terms.contract_id != versions[-1].contract_id:
        raise OfAnotherContract
    if terms.in_force_from < versions[-1].in_force_from:
        raise VersionBackdated(f"The version before it is from {versions[-1].in_force_from}.")


def require_each_lot_once(terms: ContractTerms) -> None:
    repeated = _repeated([lot.code for lot in terms.lots])
    if repeated:
        raise TermsContradict(f"Lots named twice: {', '.join(repeated)}.", lots=repeated)


def require_each_reason_once(terms: ContractTerms) -> None:
    """Refuse a reason for notice that a party could give for two different periods."""
    named = [
        f"{rule.party.value}: {reason}" for rule in terms.notice_rules for reason in rule.reasons
    ]
    repeated = _repeated(named)
    if repeated:
        raise TermsContradict(f"Reasons mapped twice: {', '.join(repeated)}.", reasons=repeated)


def _repeated(names: Sequence[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
