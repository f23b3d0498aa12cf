"""A council's national return brought in: children, events, and everything that follows."""

import time
from collections.abc import Iterator
from pathlib import Path

from application.imports.ssda903 import CollectionYear
from benchmarks.measuring import Row
from benchmarks.places import Places
from domain.shared.envelope import GssCode
from infrastructure.geography.gazetteer import subset
from interface.bootstrap import Running, bootstrap
from interface.demo.council import Postcode, write_return
from interface.importing import data_officer, import_return
from tests.support.service import furnish, settings_of

DERBY = GssCode("E06000015")
YEAR = CollectionYear(2026)
SAMPLE = Path(__file__).resolve().parents[2] / "shared" / "data" / "ssda903-sample"
"""A messy return made by others, where it is kept beside the repository."""


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    folder = places.folder / "return"
    folder.mkdir()
    write_return(folder, postcodes())
    returns = [("a generated council", folder, YEAR)]
    if SAMPLE.is_dir() and not quick:
        returns.append(("the sample return", SAMPLE, CollectionYear(2018)))
    for number, (what, where, year) in enumerate(returns):
        # The sample is as long as ten councils: on one database it says what there is to say.
        for name, url in list(places.urls(f"importing_{number}").items())[
            : 1 if quick else 2 - number
        ]:
            home = places.folder / f"importing-{number}-{name}"
            home.mkdir()
            furnish(home, url)
            with bootstrap(settings_of(home, url)) as running:
                yield imported(f"{what}, {name}", running, where, year)


def imported(name: str, running: Running, folder: Path, year: CollectionYear) -> Row:
    started = time.perf_counter()
    done = import_return(running, folder, year, data_officer(DERBY))
    told = time.perf_counter() - started
    running.worker.until_quiet()
    quiet = time.perf_counter() - started
    return Row(
        what=f"importing {name}",
        found=f"{done.events / told:,.0f} events a second",
        wanted="",
        met=None,
        detail=f"{done.events:,} events in {told:.0f} s; all deadlines and lists in {quiet:.0f} s",
    )


def postcodes() -> list[Postcode]:
    return [
        Postcode(
            f"{code[:-3]} {code[-3:]}", entry.point.easting, entry.point.northing, entry.district
        )
        for code, entry in subset().items()
        if entry.point and entry.district
    ]
