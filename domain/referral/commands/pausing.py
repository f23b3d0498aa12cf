"""Holding a search, and going on with it."""

from datetime import date

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject


class PauseReferral(Command):
    """Hold the search until a day on which it goes on by itself."""

    reason: Code
    text: str | None = None
    resume_on: date
    now: AwareDatetime
    by: Subject


class ResumeReferral(Command):
    """Go on with a search at an instant. Nobody is `by` where its day has come by itself."""

    at: AwareDatetime
    by: Subject | None = None


PausingCommand = PauseReferral | ResumeReferral
