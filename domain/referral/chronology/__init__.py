"""The second fold: which stage from when, and how each provider stood, for the referral board."""

from domain.referral.chronology.pauses import Paused, pauses
from domain.referral.chronology.responses import STOOD, ProviderStanding, ProviderStood, responses
from domain.referral.chronology.stages import StageHeld, stage_on, stages
from domain.referral.chronology.turns import StageName
from domain.referral.chronology.waits import Waited, WaitsFor, waits

__all__ = [
    "STOOD",
    "Paused",
    "ProviderStanding",
    "ProviderStood",
    "StageHeld",
    "StageName",
    "Waited",
    "WaitsFor",
    "pauses",
    "responses",
    "stage_on",
    "stages",
    "waits",
]
