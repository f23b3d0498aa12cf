"""The made-up council has the published shape, and its return has nothing to find fault with."""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from application.imports.ssda903 import CollectionYear, ReturnPlan, plan_return
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import age_on
from interface.demo.council import CouncilSummary, Postcode, write_return
from interface.demo.council.postcodes import Places, miles

ROOT = Path(__file__).resolve().parents[4]
GAZETTEER = ROOT / "infrastructure" / "geography" / "postcodes.csv.gz"
YEAR_END = date(2026, 3, 31)

Row = dict[str, str]


def gazetteer() -> list[Postcode]:
    with gzip.open(GAZETTEER, "rt", encoding="utf-8") as lines:
        return [
            Postcode(row["postcode"], int(row["easting"]), int(row["northing"]), row["district"])
            for row in csv.DictReader(lines)
        ]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CouncilSummary]:
    folder = tmp_path_factory.mktemp("return")
    return folder, write_return(folder, gazetteer())


@pytest.fixture(scope="module")
def plan(written: tuple[Path, CouncilSummary]) -> ReturnPlan:
    known = {"".join(each.postcode.split()) for each in gazetteer()}
    return plan_return(
        written[0],
        year=CollectionYear(2026),
        authority=GssCode("E06000015"),
        today=date(2026, 11, 20),
        knows_postcode=lambda postcode: postcode.replace(" ", "") in known,
    )


def rows(written: tuple[Path, CouncilSummary], name: str) -> list[Row]:
    with (written[0] / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day, not an instant


def chains(written: tuple[Path, CouncilSummary]) -> Iterator[list[Row]]:
    """The episodes of each child, oldest first, read without the importer."""
    theirs: dict[str, list[Row]] = defaultdict(list)
    for row in rows(written, "episodes"):
        theirs[row["CHILD"]].append(row)
    yield from (sorted(chain, key=lambda row: day(row["DECOM"])) for chain in theirs.values())


def open_rows(written: tuple[Path, CouncilSummary]) -> list[Row]:
    return [row for row in rows(written, "episodes") if not row["DEC"]]


def test_the_importer_refuses_nothing_and_notes_nothing(plan: ReturnPlan) -> None:
    assert plan.refused == ()
    assert plan.notes == ()
    assert plan.counts.read == plan.counts.imported


def test_two_runs_write_the_same_bytes(
    written: tuple[Path, CouncilSummary], tmp_path: Path
) -> None:
    summary = write_return(tmp_path / "again", gazetteer())

    assert summary == written[1]
    for path in written[0].iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_598_children_are_open_330_of_them_boys(
    written: tuple[Path, CouncilSummary],
) -> None:
    sexes = {row["CHILD"]: row["SEX"] for row in rows(written, "header")}

    assert Counter(sexes[row["CHILD"]] for row in open_rows(written)) == {"M": 330, "F": 268}


def test_the_ages_are_the_published_ones(written: tuple[Path, CouncilSummary]) -> None:
    born = {row["CHILD"]: day(row["DOB"]) for row in rows(written, "header")}
    ages = [age_on(born[row["CHILD"]], YEAR_END) for row in open_rows(written)]

    bands = [(0, 0), (1, 4), (5, 9), (10, 15), (16, 17)]
    assert [sum(low <= age <= high for age in ages) for low, high in bands] == [
        32,
        91,
        106,
        219,
        150,
    ]


def test_the_ethnic_groups_are_the_published_shares(
    written: tuple[Path, CouncilSummary],
) -> None:
    ethnicity = {row["CHILD"]: row["ETHNIC"] for row in rows(written, "header")}
    groups = Counter(ethnicity[row["CHILD"]] for row in open_rows(written))

    def share(*codes: str) -> float:
        return round(sum(groups[code] for code in codes) / 5.98, 1)

    assert share("WBRI", "WIRI", "WIRT", "WROM", "WOTH") == 65.6
    assert share("MWBC", "MWBA", "MWAS", "MOTH") == 18.1
    assert share("AIND", "APKN", "ABAN", "AOTH") == 7.9


def test_the_homes_are_the_published_ones(written: tuple[Path, CouncilSummary]) -> None:
    here = open_rows(written)
    fostered = [row for row in here if row["PLACE"].startswith("U")]
    in_homes = [row for row in here if row["PLACE"] in {"K1", "K2"}]
    hostels = [row for row in here if row["PLACE"] == "K3"]

    def of(found: list[Row], *providers: str) -> int:
        return sum(row["PLACE_PROVIDER"] in providers for row in found)

    assert len(fostered) == 426
    assert round(100 * of(fostered, "PR4", "PR5") / 426, 1) == 62.9
    assert of(here, "PR1") == 176
    assert round(100 * of(here, "PR4") / 598, 1) == 53.3
    assert round(100 * len(in_homes + hostels) / 598, 1) == 17.7
    assert round(100 * of(in_homes, "PR1") / len(in_homes), 1) == 27.9
    assert round(100 * sum(row["PLACE"] in {"A5", "A6"} for row in here) / 598, 1) == 2.7
    assert round(100 * sum(row["PLACE"] == "P1" for row in here) / 598, 1) == 3.7


def test_382_are_placed_within_20_miles_of_home(written: tuple[Path, CouncilSummary]) -> None:
    places = Places(gazetteer()).by_postcode
    away = [
        miles(places[row["HOME_POST"]], places[row["PL_POST"]])
        for row in open_rows(written)
        if row["HOME_POST"]
    ]

    assert sum(distance <= 20 for distance in away) == 382
    assert len(away) == 598 - 48


def test_48_came_alone_and_have_no_home_to_measure_from(
    written: tuple[Path, CouncilSummary],
) -> None:
    alone = {row["CHILD"] for row in rows(written, "uasc")}

    assert len(alone) == 48
    assert alone == {row["CHILD"] for row in open_rows(written) if not row["HOME_POST"]}


def test_226_started_and_57_were_in_three_homes_or_more(plan: ReturnPlan) -> None:
    started = [
        child
        for child in plan.children
        if not child.care[0].began_earlier and child.care[0].started >= date(2025, 4, 1)
    ]
    here = [child for child in plan.children if child.placements[-1].ended is None]

    assert len(started) == 226
    assert sum(len(child.placements) >= 3 for child in here) == 57


def test_the_summary_is_of_the_files(
    written: tuple[Path, CouncilSummary], plan: ReturnPlan
) -> None:
    summary = written[1]

    assert (summary.open, summary.boys, summary.girls) == (598, 330, 268)
    assert (summary.started, summary.three_or_more_placements) == (226, 57)
    assert summary.open + summary.left == len(plan.children)
    assert summary.within_20_miles == 382


def test_episodes_join_as_the_rules_have_it(written: tuple[Path, CouncilSummary]) -> None:
    for chain in chains(written):
        assert len({row["CIN"] for row in chain}) == 1
        for row, following in pairwise(chain):
            assert (row["REC"], row["DEC"]) == ("X1", following["DECOM"])
            assert bool(row["REASON_PLACE_CHANGE"]) == (following["RNE"] in {"P", "B"})
        assert chain[-1]["REC"] != "X1"
        assert bool(chain[-1]["DEC"]) == bool(chain[-1]["REC"])
        assert not chain[-1]["REASON_PLACE_CHANGE"]


def test_episodes_are_of_the_year_and_last_a_night(written: tuple[Path, CouncilSummary]) -> None:
    for row in rows(written, "episodes"):
        assert day(row["DECOM"]) <= YEAR_END
        if row["DEC"]:
            assert date(2025, 4, 1) <= day(row["DEC"]) <= YEAR_END
            assert day(row["DEC"]) > day(row["DECOM"])


def test_short_orders_are_short(written: tuple[Path, CouncilSummary]) -> None:
    longest = {"L1": 3, "L2": 21}
    for row in rows(written, "episodes"):
        if row["LS"] in longest:
            until = day(row["DEC"]) if row["DEC"] else YEAR_END
            assert (until - day(row["DECOM"])).days <= longest[row["LS"]]


def test_children_leave_from_where_the_rules_let_them(
    written: tuple[Path, CouncilSummary],
) -> None:
    from_where = {"E11": "A", "E12": "A", "E45": "U", "E46": "U"}
    for row in rows(written, "episodes"):
        assert row["PLACE"].startswith(from_where.get(row["REC"], ""))


def test_home_and_placement_differ_but_for_parents(written: tuple[Path, CouncilSummary]) -> None:
    for row in rows(written, "episodes"):
        assert (row["HOME_POST"] == row["PL_POST"]) == (row["PLACE"] == "P1")


def test_a_home_with_a_urn_of_its_own_stands_in_one_place(
    written: tuple[Path, CouncilSummary],
) -> None:
    homes: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for row in rows(written, "episodes"):
        if row["PLACE"] in {"K1", "K2", "K3", "R3", "S1"}:
            homes[row["URN"]].add((row["PLACE"], row["PLACE_PROVIDER"], row["PL_POST"]))

    assert all(len(found) == 1 for found in homes.values())


def test_a_gazetteer_without_the_city_is_refused() -> None:
    elsewhere = [each for each in gazetteer() if each.district != "E06000015"]

    with pytest.raises(ValueError, match="no postcode lies in"):
        Places(elsewhere)


def test_a_gazetteer_with_nothing_far_off_is_refused() -> None:
    city = [each for each in gazetteer() if each.district == "E06000015"]

    with pytest.raises(ValueError, match="beyond 20 miles"):
        Places(Random(1).sample(city, len(city)))  # noqa: S311 - order must not matter
