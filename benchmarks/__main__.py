"""Measure everything, a part at a time, and write the results down."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import importing, offering, reading, saving, serving, waiting, writing_together
from benchmarks.measuring import Row, load
from benchmarks.places import places
from benchmarks.report import written

PARTS = {
    "saving": saving.rows,
    "writing": writing_together.rows,
    "serving": serving.rows,
    "offering": offering.rows,
    "waiting": waiting.rows,
    "reading": reading.rows,
    "importing": importing.rows,
}
RESULTS = Path(__file__).with_name("results.md")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute, and nothing is written")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, if none is named")
    told = parser.parse_args()
    found = measured(told.parts or list(PARTS), quick=told.quick)
    if not told.quick and not told.parts:
        RESULTS.write_text(written(found, datetime.now(UTC)))
        print(RESULTS)


def measured(parts: Sequence[str], *, quick: bool) -> list[Row]:
    found: list[Row] = []
    with places() as given:
        for name in parts:
            for row in PARTS[name](given, quick=quick):
                mark = {True: "ok  ", False: "MISS", None: "    "}[row.met]
                print(f"{mark} {row.what}: {row.found} ({row.wanted}) {row.detail}", flush=True)
                found.append(row)
            print(f"     load {load():.1f}", flush=True)
    return found


if __name__ == "__main__":
    main()
