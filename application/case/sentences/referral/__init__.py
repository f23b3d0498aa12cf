"""The search for a home, told: from what was asked for to how it ended."""

from application.case.sentences.referral.asking import ASKING
from application.case.sentences.referral.choosing import CHOOSING
from application.case.sentences.referral.ending import ENDING
from application.case.sentences.referral.market import MARKET
from application.case.sentences.wording import Sentences

REFERRAL: Sentences = {**ASKING, **MARKET, **CHOOSING, **ENDING}

__all__ = ["REFERRAL"]
