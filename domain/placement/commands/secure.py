"""What can be asked about a child's stay in a secure home."""

from datetime import date

from domain.placement.court_authority import AuthorityOfCourt
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordCourtAuthority(Command):
    """Record that a court allows the child to be kept there; made before it came, or since."""

    kind: AuthorityOfCourt
    from_: When
    until: date | None
    by: Subject
