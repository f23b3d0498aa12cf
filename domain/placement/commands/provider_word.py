"""What can be asked with a provider's word that changes no record by itself."""

from domain.placement.provider_word import SaidToBe, WhyKept
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class KeepProviderWord(Command):
    """Keep what the provider said of where the child is, and why it is no more than a word."""

    said: SaidToBe
    at: When
    text: str | None = None
    why: WhyKept
    by: Subject
