"""`make bench`: every figure against its floor in the same run, into `benchmarks/results.md`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from application.access.principal import Principal, Role
from benchmarks import reading, saving, serving
from benchmarks.places import on_postgres, on_sqlite
from benchmarks.timing import against, percentile
from interface.bootstrap import Running

RESULTS = Path(__file__).with_name("results.md")


def main(*, quick: bool) -> None:
    """Measure, and write what was found."""
    times, rounds, events = (100, 3, 10_000) if quick else (400, 7, 200_000)
    rows = [*_sqlite(times, rounds, events), *_postgres(times, rounds)]
    lines = [
        "# What it costs",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench`: the median of {rounds} rounds,",
        "each against its floor in the same run, with the lowest and highest round. Ratios, not",
        "rates: on another machine they should be much the same.",
        "",
        "| what | floor | at least | found |",
        "| --- | --- | --- | --- |",
        *(f"| {what} | {floor} | {least} | {found} |" for what, floor, least, found in rows),
        "",
    ]
    RESULTS.write_text("\n".join(lines))
    sys.stdout.write(RESULTS.read_text())


Row = tuple[str, str, str, str]


def _sqlite(times: int, rounds: int, events: int) -> list[Row]:
    with on_sqlite() as (running, folder):
        floor = saving.raw_sqlite(folder)
        saved = against(floor, saving.save(running), times=times, rounds=rounds)
        acted = against(floor, saving.command(running), times=times, rounds=rounds)
        waited = reading.own_reading(running, times)
        rows = [
            ("one-event save, SQLite", "raw durable insert", "0.50", str(saved)),
            ("whole command (load 10, decide, save), SQLite", "the same", "0.18", str(acted)),
            ("read your writes, p50", "none", "under 5 ms", _milliseconds(waited)),
            *_serving(running, times, rounds),
        ]
        reading.fill(running, events)
        decode = reading.decoding(running)
        projected = against(decode, reading.projecting(running), times=1, rounds=3)
        verified = against(decode, reading.verifying(running), times=1, rounds=3)
    what = f"projecting {events:,} events (referral board)"
    return [
        *rows,
        (what, "reading and decoding them", "0.40", str(projected)),
        ("the chain of every stream verified", "read and decode", "0.8", str(verified)),
    ]


def _serving(running: Running, times: int, rounds: int) -> list[Row]:
    with (
        serving.hello() as hello,
        serving.command(running.settings, token_of(running)) as (command, megabytes),
    ):
        answered = against(hello, command, times=times, rounds=rounds)
        memory = f"{megabytes():.0f} MB"
    what = "command endpoint, read models caught up"
    return [
        (what, "`async` hello", "0.08", str(answered)),
        ("resident memory of one server", "none", "under 120 MB", memory),
    ]


def _milliseconds(waited: list[float]) -> str:
    return f"{percentile(waited, 0.5) * 1e3:.1f} ms"


def token_of(running: Running) -> str:
    if running.issuer is None:
        raise ValueError("a benchmark runs in development")
    return running.issuer.token(Principal("bench", Role.CASEWORKER, saving.DERBY))


def _postgres(times: int, rounds: int) -> list[Row]:
    with on_postgres() as (running, conninfo):
        floor = saving.raw_postgres(conninfo)
        saved = against(floor, saving.save(running), times=times, rounds=rounds)
        acted = against(floor, saving.command(running), times=times, rounds=rounds)
    return [
        ("one-event save, PostgreSQL", "raw autocommit insert", "0.40", str(saved)),
        ("whole command, PostgreSQL", "the same", "0.15", str(acted)),
    ]


if __name__ == "__main__":
    main(quick="--quick" in sys.argv)
