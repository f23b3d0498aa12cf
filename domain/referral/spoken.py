"""An approval that was spoken: who gave it is not who writes it down (2.2, the emergency path)."""

from pydantic import AwareDatetime

from domain.shared.messages import Value
from domain.shared.vocabulary import Subject


class Spoken(Value):
    """At what time the officer said so, and who wrote it down."""

    at: AwareDatetime
    recorded_by: Subject
