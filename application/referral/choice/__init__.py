"""The choice among the offers: made, put to the domain, and let go again."""

from application.referral.choice.letting_go import LettingGoHandlers
from application.referral.choice.selecting import ChoiceHandlers
from application.referral.choice.selection import Selections
from application.referral.choice.words import Award, Choice, Word

__all__ = ["Award", "Choice", "ChoiceHandlers", "LettingGoHandlers", "Selections", "Word"]
