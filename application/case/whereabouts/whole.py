"""Where one child is on one day, put together."""

from application.case.record import ChildRecord
from application.case.view.living import name_of_home
from application.case.whereabouts.confirmed import confirmations, days_unseen
from application.case.whereabouts.contradicted import contradictions
from application.case.whereabouts.episodes import episodes
from application.case.whereabouts.sight import Lived, Sight
from application.case.whereabouts.told import (
    AwayForAWhile,
    HomeOfChild,
    Left,
    Standing,
    Unauthorised,
    Whereabouts,
)
from domain.case.presence import Absence
from domain.shared.errors import NotFound


def whereabouts(record: ChildRecord) -> Whereabouts:
    """Where the child is by what is on record; `NotFound` where the case was not yet known."""
    sight = Sight(record)
    if sight.case.identity is None:
        raise NotFound
    confirmed = confirmations(sight)
    return Whereabouts(
        case_id=record.case_id,
        position=record.position,
        as_at=sight.day,
        standing=_standing(sight),
        home=_home(sight),
        away=_away(sight),
        unauthorised=_unauthorised(sight),
        left=_left(sight),
        last_confirmed=confirmed[0] if confirmed else None,
        days_unseen=days_unseen(sight, confirmed),
        confirmed=confirmed,
        contradictions=contradictions(sight),
        episodes=episodes(sight),
    )


def _standing(sight: Sight) -> Standing:
    if sight.died is not None:
        return Standing.DIED
    absence = sight.absence
    if absence is not None:
        missing = absence.absence is Absence.MISSING
        return Standing.MISSING if missing else Standing.AWAY_WITHOUT_AUTHORISATION
    if sight.home is None:
        return Standing.NO_PLACEMENT
    away = sight.home.held.absence_on(sight.day) is not None
    return Standing.TEMPORARILY_AWAY if away else Standing.IN_PLACEMENT


def _home(sight: Sight) -> HomeOfChild | None:
    home = sight.home
    if home is None:
        return None
    return HomeOfChild(
        placement_id=home.stay.placement_id,
        setting_id=home.stay.setting_id,
        setting_name=name_of_home(sight.record, home.stay.setting_id),
        provider_id=home.stay.provider_id,
        provision=home.stay.provision,
        since=home.stay.since,
        word=home.word(home.stay.source),
    )


def _away(sight: Sight) -> AwayForAWhile | None:
    home = sight.home
    absence = home.held.absence_on(sight.day) if home else None
    if home is None or absence is None:
        return None
    return AwayForAWhile(
        kind=absence.kind,
        since=absence.since,
        expected_back=absence.expected_back,
        told_by=absence.told_by,
        word=home.word(absence.source),
    )


def _unauthorised(sight: Sight) -> Unauthorised | None:
    absence = sight.absence
    if absence is None:
        return None
    return Unauthorised(since=absence.since, word=sight.case_word(absence.source))


def _left(sight: Sight) -> Left | None:
    """The last stay, where none goes on."""
    last: Lived | None = sight.lived[-1] if sight.lived and sight.home is None else None
    if last is None or last.stay.until is None or last.stay.ended_by is None:
        return None
    return Left(
        placement_id=last.stay.placement_id,
        at=last.stay.until,
        destination=last.stay.destination,
        word=last.word(last.stay.ended_by),
    )
