"""Tables for spreadsheets: CSV that Excel opens rightly and that runs nothing.

UTF-8 with a byte order mark, lines ended as RFC 4180 says. A cell that a spreadsheet would
take for a formula is given an apostrophe, so that it is read as text.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from fastapi import Response

MEDIA_TYPE = "text/csv"
BYTE_ORDER_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]], filename: str) -> Response:
    written = StringIO()
    written.write(BYTE_ORDER_MARK)
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(header)
    table.writerows([[guarded(cell) for cell in row] for row in rows])
    return Response(
        written.getvalue().encode(),
        media_type=f"{MEDIA_TYPE}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )


def guarded(cell: object) -> str:
    """A cell as text that no spreadsheet computes."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def wants_csv(accept: str | None) -> bool:
    """Whether CSV is asked for, and no less than JSON (RFC 9110, 12.5.1)."""
    weights = dict(map(_weight, (accept or "").split(",")))
    csv_weight = weights.get(MEDIA_TYPE, 0.0)
    return csv_weight > 0 and csv_weight >= weights.get("application/json", 0.0)


def _weight(media_range: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in media_range.split(";"))
    stated = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
    try:
        return name, float(stated)
    except ValueError:
        return name, 0.0
