"""The folder: five CSV files, in the columns and codes of the collection year 2026."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from random import Random

from application.imports.ssda903.files import FileKind
from interface.demo.council.around_care import absences_of, reviews_of
from interface.demo.council.closed_children import closed_outlines
from interface.demo.council.histories import History, episodes_of
from interface.demo.council.homes import Homes
from interface.demo.council.open_children import open_outlines
from interface.demo.council.postcodes import Places, Postcode
from interface.demo.council.stories import Storyteller
from interface.demo.council.summary import CouncilSummary, summary_of

SEED = 903
Cells = tuple[str, ...]


def write_return(folder: Path, postcodes: Sequence[Postcode]) -> CouncilSummary:
    """Write the council's return into a folder, made if need be: the same bytes each time.

    Raises `ValueError` where there are too few postcodes in the city, near it or far off.
    """
    rng = Random(SEED)  # noqa: S311 - made-up children must be the same each time
    places = Places(postcodes)
    histories = made_up_histories(rng, places)
    folder.mkdir(parents=True, exist_ok=True)
    for kind, rows in _files(rng, histories).items():
        _write(folder / f"{kind.name.lower()}.csv", kind, rows)
    return summary_of(histories, places)


def made_up_histories(rng: Random, places: Places) -> list[History]:
    """Every child of the return: those open at the year's end, then those who left."""
    homes = Homes(rng, places)
    teller = Storyteller(rng, places, homes)
    outlines = [*open_outlines(rng, homes), *closed_outlines(rng, homes)]
    return [teller.tell(outline) for outline in outlines]


def _files(rng: Random, histories: Sequence[History]) -> dict[FileKind, list[Cells]]:
    return {
        FileKind.HEADER: [_header(each) for each in histories],
        FileKind.EPISODES: [row for each in histories for row in _episodes(each)],
        FileKind.REVIEWS: [row for each in histories for row in _reviews(rng, each)],
        FileKind.UASC: [_uasc(each) for each in histories if each.person.unaccompanied],
        FileKind.MISSING: [row for each in histories for row in _missing(rng, each)],
    }


def _header(history: History) -> Cells:
    person = history.person
    mother = "0" if person.sex == "F" else ""
    born_on = _day(person.born_on)
    return (person.child, person.sex, born_on, person.ethnicity, person.upn, mother, "")


def _episodes(history: History) -> Iterable[Cells]:
    for episode in episodes_of(history):
        home = episode.home
        yield (
            *(history.person.child, _day(episode.decom), episode.rne, episode.status),
            *(history.need, home.place, home.provider, _day(episode.dec), episode.rec),
            *(episode.reason, history.home_postcode, home.postcode, home.urn),
        )


def _reviews(rng: Random, history: History) -> Iterable[Cells]:
    person = history.person
    for review in reviews_of(rng, history):
        yield (person.child, _day(person.born_on), _day(review.on), review.code)


def _uasc(history: History) -> Cells:
    person = history.person
    return (person.child, person.sex, _day(person.born_on), _day(person.turns(18)))


def _missing(rng: Random, history: History) -> Iterable[Cells]:
    person = history.person
    for absence in absences_of(rng, history):
        since, until = _day(absence.since), _day(absence.until)
        yield (person.child, _day(person.born_on), absence.kind, since, until)


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def _write(path: Path, kind: FileKind, rows: Iterable[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(kind.columns)
        writer.writerows(rows)
