"""What a data officer works through after an import: every line refused or doubtful.

The report names CHILD and line, and quotes no cell. It is written beside the data, for
those who may see the data, and is no log.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from application.imports.ssda903.files import FileKind, SourceFile
from application.imports.ssda903.findings import RefusedRow, Remark
from application.imports.ssda903.planning import ReturnPlan

COLUMNS = ("file", "line", "child", "outcome", "code", "field", "reason", "dfe_rules")
REPORT = "import-report.csv"
SUMMARY = "import-summary.txt"


def write_report(plan: ReturnPlan, folder: Path) -> tuple[Path, Path]:
    """Write the report and its summary into a folder; answer with their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    report, summary = folder / REPORT, folder / SUMMARY
    report.write_text(report_csv(plan), encoding="utf-8", newline="")
    summary.write_text(summary_text(plan), encoding="utf-8")
    return report, summary


def report_csv(plan: ReturnPlan) -> str:
    """Every refused and every noted line, in order of file and line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    remarks: list[Remark] = [*plan.refused, *plan.notes]
    for remark in sorted(remarks, key=lambda remark: (remark.line, remark.code)):
        writer.writerow(_cells(remark))
    return out.getvalue()


def _cells(remark: Remark) -> Sequence[str]:
    refused = isinstance(remark, RefusedRow)
    return (
        _inert(remark.line.file),
        str(remark.line.number),
        remark.child or "",
        "refused" if refused else "imported, with a note",
        remark.code,
        remark.field or "",
        remark.reason or remark.finding.title,
        " ".join(remark.finding.rules),
    )


def _inert(text: str) -> str:
    # A spreadsheet runs what starts so; a file may be named anything.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def summary_text(plan: ReturnPlan) -> str:
    """The counts by file and by code, for a person."""
    return "\n".join([*_headline(plan), "", *_files(plan), *_codes(plan)]) + "\n"


def _headline(plan: ReturnPlan) -> Iterator[str]:
    counts = plan.counts
    placements = sum(len(child.placements) for child in plan.children)
    yield f"Return for the year ending {plan.year.last:%d/%m/%Y}"
    yield f"{len(plan.children)} children, {placements} placements"
    yield (
        f"{counts.read} lines read: {counts.imported} imported, {counts.refused} refused, "
        f"{counts.not_held} in files that are not held"
    )


def _files(plan: ReturnPlan) -> Iterator[str]:
    yield f"{'file':<32} {'read':>7} {'imported':>9} {'refused':>8}  "
    for file, counted in zip(plan.files, plan.counts.files, strict=True):
        yield (
            f"{file.name:<32} {counted.read:>7} {counted.imported:>9} {counted.refused:>8}"
            f"  {_what_it_is(file)}"
        )
    if not any(file.kind is FileKind.HEADER for file in plan.files):
        yield "No file has the Header's columns, so no child is known and no line can be used."


def _what_it_is(file: SourceFile) -> str:
    if file.kind is None:
        return "not read by this importer"
    name = file.kind.name.lower().replace("_", " ")
    return name if file.held else f"{name}: recognised, and not held by this service"


def _codes(plan: ReturnPlan) -> Iterator[str]:
    groups: list[tuple[str, Sequence[Remark]]] = [
        ("Refused", plan.refused),
        ("Imported, with a note", plan.notes),
    ]
    for title, remarks in groups:
        yield ""
        yield f"{title}: {len(remarks)}"
        for finding, times in Counter(remark.finding for remark in remarks).most_common():
            yield f"  {times:>7}  {finding.code:<30} {finding.title}"
