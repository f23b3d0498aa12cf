"""What a provider has shown, and whom to call, as it stood on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from domain.provider.events import AssuranceRecorded, ContactsRecorded, ProviderEvent
from domain.provider.vocabulary import AssuranceKind
from domain.shared.moments import within
from domain.shared.personal import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Its hours, seven days a week, and its numbers outside them (4-130 to 4-133)."""

    opens: time
    closes: time
    on_call: str | Erased
    emergency_accommodation: str | Erased | None
    languages: tuple[str, ...]
    capabilities: tuple[str, ...]
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAssurance:
    """The newest of its kind; `holds` is whether it does on the day."""

    kind: AssuranceKind
    reference: str | Erased
    since: date
    until: date | None
    holds: bool


def contacts_on(facts: Iterable[ProviderEvent], day: date) -> Contacts | None:
    """What was recorded last of what had begun; before the first begins, that one."""
    recorded = [each for each in facts if isinstance(each, ContactsRecorded)]
    begun = [each for each in recorded if each.from_ <= day] or recorded[:1]
    if not begun:
        return None
    last = max(begun, key=lambda each: each.from_)
    return Contacts(
        opens=last.opens,
        closes=last.closes,
        on_call=last.on_call,
        emergency_accommodation=last.emergency_accommodation,
        languages=last.languages,
        capabilities=last.capabilities,
        since=last.from_,
    )


def assurances_on(facts: Iterable[ProviderEvent], day: date) -> Sequence[ShownAssurance]:
    """One of each kind, by its name."""
    newest = {each.kind: each for each in facts if isinstance(each, AssuranceRecorded)}
    return [
        ShownAssurance(
            kind=kind,
            reference=each.reference,
            since=each.from_,
            until=each.until,
            holds=within(day, each.from_, each.until),
        )
        for kind, each in sorted(newest.items())
    ]
