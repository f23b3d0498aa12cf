"""What a word on the telephone is held against: the day on which the request came, and now."""

from datetime import date, datetime
from uuid import UUID

from application.shared.office import Office, stream_of
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain.referral.events.request import ReferralDrafted
from domain.referral.spoken import Heard
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.officers import KnownRoles
from domain.shared.vocabulary import Subject


def heard(
    registers: Registers,
    occasion: Occasion,
    referral_id: UUID,
    at: datetime,
    officer: Subject | None,
) -> Heard:
    """What an officer said at an instant, as whoever acts writes it down."""
    office = registers.office
    return Heard(
        at=at,
        recorded_by=Subject(occasion.actor.subject),
        roles=roles_of(registers, occasion, officer, london_day(at)),
        asked_on=asked_on(office, referral_id),
        now=occasion.now,
    )


def roles_of(
    registers: Registers, occasion: Occasion, officer: Subject | None, day: date | None = None
) -> KnownRoles:
    """The roles of whoever is named on the day of the word, by the council's own list (R-121).

    Without a day it is said today.
    """
    if officer is None:
        return None
    noted_by = Subject(occasion.actor.subject)
    said_on = day or registers.office.today()
    return registers.roles_of(occasion.actor.authority, officer, said_on, noted_by)


def asked_on(office: Office, referral_id: UUID) -> date:
    """The day on which somebody asked for help: said, or that on which it was begun."""
    history = office.streams.read(stream_of("referral", referral_id))
    drafted = next((e for e in history.events if isinstance(e.event, ReferralDrafted)), None)
    if drafted is None:
        raise NotFound
    begun = london_day(drafted.effective_at)
    return min(begun, drafted.event.received_on or begun)
