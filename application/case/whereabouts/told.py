"""What is answered to who asks where a child is. Codes, and the events behind each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from application.case.word import Word
from domain.case.presence import Absence
from domain.placement.absences import AbsenceKind
from domain.placement.stability import ToldBy
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import PlacementId, ProviderId, Provision, SettingId


class Standing(StrEnum):
    """In which way the child is somewhere, the gravest first where several are so."""

    DIED = "died"
    MISSING = "missing"
    AWAY_WITHOUT_AUTHORISATION = "away_without_authorisation"
    TEMPORARILY_AWAY = "temporarily_away"
    IN_PLACEMENT = "in_placement"
    NO_PLACEMENT = "no_placement"


class Confirmation(StrEnum):
    """How it is known that the child was there."""

    MOVED_IN = "moved_in"
    SEEN = "seen"
    SEEN_ELSEWHERE = "seen_elsewhere"
    TOOK_PART_IN_REVIEW = "took_part_in_review"
    PROVIDER_SAID = "provider_said"
    CAME_BACK = "came_back"
    RETURNED = "returned"


class Contradiction(StrEnum):
    """What speaks against it (R-197)."""

    DIED = "DIED"
    MISSING = "MISSING"
    AWAY_WITHOUT_AUTHORISATION = "AWAY_WITHOUT_AUTHORISATION"
    SEEN_WHILE_MISSING = "SEEN_WHILE_MISSING"
    ABSENCE_OVERDUE = "ABSENCE_OVERDUE"
    ABSENCE_TOO_LONG = "ABSENCE_TOO_LONG"
    TWO_OPEN_PLACEMENTS = "TWO_OPEN_PLACEMENTS"
    NO_PLACEMENT = "NO_PLACEMENT"
    CARE_ENDED = "CARE_ENDED"
    START_PASSED = "START_PASSED"
    PLANNED_END_PASSED = "PLANNED_END_PASSED"
    NOTICE_RAN_OUT = "NOTICE_RAN_OUT"
    HOME_NOT_REGISTERED = "HOME_NOT_REGISTERED"
    HOME_ON_NO_REGISTER = "HOME_ON_NO_REGISTER"
    PAID_ELSEWHERE = "PAID_ELSEWHERE"
    FEES_RUN_ON = "FEES_RUN_ON"
    VISIT_OVERDUE = "VISIT_OVERDUE"
    VISITED_IN_VAIN = "VISITED_IN_VAIN"
    NOT_SEEN_SINCE_RETURN = "NOT_SEEN_SINCE_RETURN"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOfChild:
    """The placement that goes on and began last. `setting_name` as in the view of the case."""

    placement_id: PlacementId
    setting_id: SettingId
    setting_name: str | Erased | None
    provider_id: ProviderId | None
    provision: Provision
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayForAWhile:
    kind: AbsenceKind
    since: When
    expected_back: date | None
    told_by: ToldBy
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Unauthorised:
    """Missing, or away without authorisation: since when, and on whose word."""

    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One time missing or away; `return_event_id` is what an interview about it names."""

    absence: Absence
    event_id: UUID
    since: When
    until: When | None
    return_event_id: UUID | None
    police_told_at: When | None
    interview_offered_on: When | None
    interview_held_on: When | None
    interview_declined_on: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Where the child lived last, if nowhere now, and where it is said to have gone."""

    placement_id: PlacementId
    at: When
    destination: str | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    how: Confirmation
    on: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradicted:
    """`since` is the day or the moment from which it has been so; `because` the events."""

    code: Contradiction
    since: When
    because: tuple[Word, ...]


def contradicted(code: Contradiction, since: When, *because: Word) -> Contradicted:
    return Contradicted(code=code, since=since, because=because)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """One child on one day, as far as it was known at one position of the log.

    `home` stands also while the child is away from it. `last_confirmed` is the latest of
    `confirmed`, which has the latest of each kind; `days_unseen` counts from when somebody who
    works for the council last saw the child, and is none where nobody has since it lives there.
    """

    case_id: UUID
    position: int
    as_at: date
    standing: Standing
    home: HomeOfChild | None
    away: AwayForAWhile | None
    unauthorised: Unauthorised | None
    left: Left | None
    last_confirmed: Confirmed | None
    days_unseen: int | None
    confirmed: tuple[Confirmed, ...]
    contradictions: tuple[Contradicted, ...]
    episodes: tuple[Episode, ...]
