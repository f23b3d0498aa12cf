"""Which rows of docs/domain the tests claim to prove, and which none does.

    python -m tests.tools.trace            every family, every id
    python -m tests.tools.trace 4-233      one row, and the tests that claim it

Tests are read and never run. It fails when a test claims an id that no page has.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.tools.catalogue import FAMILIES, PAGES, ROOT, Row, rows

Claims = Mapping[str, Sequence[str]]


class UnreadableClaim(ValueError):
    """A `covers` mark whose ids are not written out where it stands."""


def claims(tests: Path = ROOT / "tests") -> Claims:
    """For each id, the tests that carry it, as `path::name`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(tests.rglob("test_*.py")):
        where = path.relative_to(tests.parent).as_posix()
        for identity, test in claims_in(path.read_text(), where):
            if test not in found[identity]:
                found[identity].append(test)
    return found


def claims_in(source: str, where: str) -> Iterator[tuple[str, str]]:
    """The ids in a module's `covers` marks, each with the test or module that carries it."""
    yield from _claims_under(ast.parse(source), where)


def _claims_under(node: ast.AST, where: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _claims_under(child, f"{where}::{child.name}")
            continue
        if isinstance(child, ast.Call) and _is_covers(child.func):
            yield from ((identity, where) for identity in _ids(child, where))
        yield from _claims_under(child, where)


def _is_covers(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and ast.unparse(called).endswith("mark.covers")


def _ids(mark: ast.Call, where: str) -> Iterator[str]:
    for argument in mark.args:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            raise UnreadableClaim(f"{where}: write the ids of `covers` out as strings")
        yield argument.value


def unknown(catalogue: Mapping[str, Row], claimed: Claims) -> list[str]:
    """A line for each claim of an id that does not exist."""
    return [
        f"{test} claims {identity}, which no page of docs/domain has"
        for identity in sorted(set(claimed) - set(catalogue))
        for test in claimed[identity]
    ]


def report(catalogue: Mapping[str, Row], claimed: Claims) -> Iterator[str]:
    """Each family: how much of it is claimed, by which tests, and what is not."""
    for family in FAMILIES:
        members = [row for row in catalogue.values() if row.family == family]
        proved = [row for row in members if row.id in claimed]
        open_rows = [row for row in members if row.id not in claimed and not row.context]
        aside = len(members) - len(proved) - len(open_rows)
        context = f"; {aside} are context only" if aside else ""
        yield f"\n{family}: {len(proved)} of {len(members)} claimed by a test{context}"
        for row in proved:
            yield f"  {row.id}"
            yield from (f"      {test}" for test in claimed[row.id])
        if open_rows:
            yield "  no test: " + " ".join(row.id for row in open_rows)


def one(row: Row, claimed: Claims) -> Iterator[str]:
    yield f"{row.id} ({row.family}, docs/domain/{row.page})"
    yield f"  {row.text}"
    tests = claimed.get(row.id, ())
    yield from (f"  {test}" for test in tests)
    if not tests:
        yield "  context only: nothing to prove" if row.context else "  no test claims it"


def main(arguments: Sequence[str], pages: Path = PAGES, tests: Path = ROOT / "tests") -> int:
    catalogue, claimed = rows(pages), claims(tests)
    wrong = unknown(catalogue, claimed)
    lines = list(report(catalogue, claimed)) if not arguments else []
    for identity in arguments:
        if identity in catalogue:
            lines += one(catalogue[identity], claimed)
        else:
            wrong.append(f"no page of docs/domain has {identity}")
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
