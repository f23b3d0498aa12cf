"""Whatever the folder holds, every line ends somewhere, once, and always in the same place."""

import string
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from application.imports.ssda903 import Line, ReturnPlan
from application.imports.ssda903.files import HELD, FileKind
from application.imports.ssda903.report import report_csv, summary_text
from tests.support.returns import TYPICAL, planned

READ = sorted(HELD, key=lambda kind: kind.name)
DAYS = st.sampled_from(["10/06/2025", "11/06/2025", "01/08/2025", "02/08/2025", "01/12/2025"])
JUNK = st.one_of(
    st.text(alphabet=string.printable, max_size=8),
    st.sampled_from(["", "99/99/9999", "01/01/2099"]),
)
VARIED = {
    "CHILD": st.sampled_from(["C1", "c1", "C2", "C3"]),
    "DECOM": DAYS,
    "DEC": st.one_of(st.just(""), DAYS),
    "REVIEW": DAYS,
    "MIS_START": DAYS,
    "MIS_END": st.one_of(st.just(""), DAYS),
    "RNE": st.sampled_from("SLPTBU"),
    "LS": st.sampled_from(["C1", "C2", "V3"]),
    "PLACE": st.sampled_from(["U6", "K2", "H5"]),
    "REC": st.sampled_from(["X1", "E4A", ""]),
    "REVIEW_CODE": st.sampled_from(["PN1", "PN2"]),
    "ETHNIC": st.sampled_from(["WBRI", "CHNE"]),
}
HEADER = ",".join(FileKind.HEADER.columns)
CHILDREN = f"{HEADER}\nC1,M,03/05/2014,WBRI,UN3,,\nC2,M,03/05/2014,WBRI,UN3,,\n".encode()
"""Two children who are always there, so that most rows are somebody's."""


@st.composite
def lines(draw: st.DrawFn, kind: FileKind) -> dict[str, str]:
    """A line that could be true, now and then with one cell spoilt."""
    typical = TYPICAL[kind]
    cells = {
        column: draw(VARIED[column]) if column in VARIED else typical.get(column, "")
        for column in kind.columns
    }
    if draw(st.integers(0, 4)) == 0:
        cells[draw(st.sampled_from(kind.columns))] = draw(JUNK)
    return cells


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of the return, its columns in any order, its lines sometimes repeated."""
    kind = draw(st.sampled_from([FileKind.EPISODES, FileKind.EPISODES, *READ]))
    columns = draw(st.permutations(kind.columns))
    text = [",".join(columns)]
    for cells in draw(st.lists(lines(kind), max_size=7)):
        text.append(",".join(cells[column] for column in columns))
        if draw(st.integers(0, 5)) == 0:
            text.append(text[-1])
    return draw(st.sampled_from(["\n", "\r\n"])).join(text).encode()


folders = st.lists(st.one_of(files(), files(), files(), st.binary(max_size=40)), max_size=3)


def plan_in(folder: Path, contents: list[bytes]) -> ReturnPlan:
    for number, content in enumerate([CHILDREN, *contents]):
        (folder / f"{number}.csv").write_bytes(content)
    return planned(folder)


@given(folders)
def test_every_line_is_in_one_plan_or_refused_once_or_in_a_file_not_held(
    contents: list[bytes],
) -> None:
    with TemporaryDirectory() as name:
        plan = plan_in(Path(name), contents)

    ends: Counter[Line] = Counter()
    ends.update(line for child in plan.children for line in child.rows())
    ends.update(row.line for row in plan.refused)
    ends.update(line.line for file in plan.files if not file.held for line in file.lines)
    assert ends == Counter(line.line for file in plan.files for line in file.lines)
    assert plan.counts.read == sum(ends.values())


@given(folders)
def test_stays_never_overlap_and_ids_are_never_shared(contents: list[bytes]) -> None:
    with TemporaryDirectory() as name:
        plan = plan_in(Path(name), contents)

    keys = [
        key for child in plan.children for stay in child.placements for key in stay.episode_keys
    ]
    assert len(keys) == len(set(keys))
    for child in plan.children:
        for one, other in pairwise(child.placements):
            assert one.ended is not None
            assert one.ended <= other.started


@given(folders)
def test_the_same_folder_gives_the_same_plan_and_the_same_report(contents: list[bytes]) -> None:
    with TemporaryDirectory() as name:
        first = plan_in(Path(name), contents)
        second = planned(Path(name))

    assert first.children == second.children
    assert report_csv(first) == report_csv(second)
    assert summary_text(first) == summary_text(second)
