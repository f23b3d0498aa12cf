"""One whole journey through the public API, told call by call as it is played."""

from interface.demo.journey.cast import Cast, Seller
from interface.demo.journey.story import play
from interface.demo.journey.teller import JourneyStuck, Teller

__all__ = ["Cast", "JourneyStuck", "Seller", "Teller", "play"]
