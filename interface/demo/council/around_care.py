"""Reviews held, mostly when they were due, and a few absences."""

from dataclasses import dataclass
from datetime import date
from random import Random

from domain.shared.vocabulary import age_on
from interface.demo.council.chance import after, happens
from interface.demo.council.histories import History
from interface.demo.council.shape import YEAR

FIRST_WITHIN, SECOND_WITHIN, THEN_WITHIN = 26, 88, 178
"""Days to each review: 20 working days, three months, six months, with a little to spare."""

LATE = 4
TAKES_PART = 4
MAY_GO_MISSING = 12
ABSENT = {"M": 4, "A": 2}
"""Of a hundred stays of a child old enough, in how many they are absent once."""


@dataclass(frozen=True, slots=True)
class Review:
    on: date
    code: str


@dataclass(frozen=True, slots=True)
class Absence:
    kind: str
    since: date
    until: date


def reviews_of(rng: Random, history: History) -> list[Review]:
    """The reviews within the year, reckoned from the day the child came into care."""
    until = history.left[0] if history.left else YEAR.last
    day, intervals = history.started, [FIRST_WITHIN, SECOND_WITHIN]
    reviews: list[Review] = []
    while True:
        within = intervals.pop(0) if intervals else THEN_WITHIN
        late = rng.randint(5, 40) if happens(rng, LATE) else -rng.randint(0, 10)
        day = after(day, within + late)
        if day > until:
            return reviews
        if day >= YEAR.first:
            reviews.append(Review(day, _participation(rng, age_on(history.person.born_on, day))))


def _participation(rng: Random, age: int) -> str:
    if age < TAKES_PART:
        return "PN0"
    codes = ["PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"]
    return rng.choices(codes, weights=[52, 6, 3, 4, 10, 20, 5])[0]


def absences_of(rng: Random, history: History) -> list[Absence]:
    """Absences within the year, one at most in each home, and over before the child left it."""
    absences = []
    for start, end in history.stays_in_year():
        grown = age_on(history.person.born_on, start) >= MAY_GO_MISSING
        for kind, percent in ABSENT.items():
            gone = rng.randint(0, 3)
            room = (end - start).days - gone
            if grown and room > 0 and happens(rng, percent):
                since = after(start, rng.randrange(room))
                absences.append(Absence(kind, since, after(since, gone)))
                break
    return absences
