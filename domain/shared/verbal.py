"""A named officer's word, given in an emergency and noted at the time (docs/domain/02, 2.2)."""

from pydantic import AwareDatetime

from domain.shared.messages import Value
from domain.shared.vocabulary import Subject


class VerbalAuthority(Value):
    """A named officer's word in an emergency, in place of funding authorised beforehand.

    `noted_by` wrote it down; where it is absent, whoever recorded the act that it is part of.
    """

    officer: Subject
    given_at: AwareDatetime
    noted_by: Subject | None = None
