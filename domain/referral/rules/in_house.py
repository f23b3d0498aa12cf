"""What a match among the council's own homes must be (docs/domain/02, 2.2; seed row 2-039)."""

from datetime import date

from domain.referral.commands import ApproveInHouseBypass, RecordInHouseMatch
from domain.referral.errors import NotInHouse
from domain.shared.admission import Home, admission_gates
from domain.shared.breaches import require
from domain.shared.errors import MissingInformation


def require_own(home: Home) -> None:
    """Refuse as in house a home that somebody else runs."""
    if home.provider_id is not None:
        raise NotInHouse


def require_admissible(command: RecordInHouseMatch, starts_on: date) -> None:
    """The gates of any home. There is no lot to keep to: nothing is bought under a contract."""
    require(admission_gates(command.home, command.born_on, starts_on))


def require_notes(command: RecordInHouseMatch) -> None:
    """A home of one's own is matched as carefully as any other (2-094)."""
    if not command.match_notes.strip():
        raise MissingInformation(["match_notes"])


def require_said_why(command: ApproveInHouseBypass) -> None:
    """Refuse a bypass whose reason is a code and nothing more."""
    if not command.text.strip():
        raise MissingInformation(["text"])
