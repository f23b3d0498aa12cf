"""What the emergency path asks for, and when its information is full (4-126 to 4-129)."""

from collections.abc import Collection, Sequence

from domain.referral.commands.emergency import (
    AmendEmergency,
    PublishEmergency,
    SupplyInformation,
)
from domain.referral.errors import RedactionNotConfirmed
from domain.referral.facts import Facts
from domain.referral.pack import digest
from domain.referral.sections import SectionName
from domain.referral.staged_pack import EMERGENCY_ESSENTIALS
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.personal import legible

FULL_INFORMATION = (
    SectionName.HISTORY,
    SectionName.NEEDS,
    SectionName.RISK,
    SectionName.EDUCATION,
    SectionName.HEALTH,
    SectionName.IDENTITY,
    SectionName.FAMILY,
    SectionName.PLANS,
    SectionName.VIEWS,
)
"""Assumed (R-70): what 7.1 leaves out of the emergency minimum, or asks only a part of there;
the budget is the council's own affair."""


def require_emergency(facts: Facts) -> None:
    """Refuse the shorter path to a request that is no emergency."""
    if not facts.emergency:
        raise WrongState("This request is no emergency.")


def require_essentials(command: PublishEmergency | AmendEmergency) -> None:
    """Refuse a minimum pack without what a safe service rests on, and name all of it (4-128)."""
    written = {line.field for line in command.pack.lines if legible(line.text).strip()}
    missing = [f"essentials.{field}" for field in EMERGENCY_ESSENTIALS if field not in written]
    if missing:
        raise MissingInformation(missing)


def require_written_anew(facts: Facts, command: AmendEmergency) -> None:
    """Refuse to show the same two packs again, above all once they were withdrawn (6-65)."""
    both = {digest(command.pack), digest(command.amendment.pack)}
    if both == {facts.minimum, facts.pack}:
        raise MissingInformation(["pack"])
    if facts.pack is None and both <= facts.withdrawn_packs:
        raise MissingInformation(["essentials"])


def require_nobody_else_named(command: SupplyInformation) -> None:
    """Full information names the child and no third party but in the family's plan (5.4)."""
    if not command.sections:
        raise MissingInformation(["sections"])
    if command.identifiers_found:
        found = sorted(set(command.identifiers_found))
        text = f"The scan found {len(command.identifiers_found)} identifiers."
        raise RedactionNotConfirmed(text, findings=len(command.identifiers_found), fields=found)


def outstanding(supplied: Collection[SectionName]) -> Sequence[SectionName]:
    """Which mandatory parts are still to come, in the order of 7.1."""
    return [name for name in FULL_INFORMATION if name not in supplied]
