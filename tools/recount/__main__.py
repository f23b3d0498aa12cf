"""Says where the service and the count differ, and ends with 1 if they do."""

import sys
from collections import Counter

from tools.recount.counted import codes, counted
from tools.recount.kept import kept
from tools.recount.log import read


def differences(lines: list[bytes]) -> tuple[list[str], int]:
    """Each difference in a line, and how many deadlines were compared."""
    log = list(read(lines))
    mine = counted(log)
    known = set(codes(mine))
    theirs = [course for course in kept(log) if course.code in known]
    ours, kept_by_them = Counter(mine), Counter(theirs)
    found = [f"counted, and not kept: {each}" for each in (ours - kept_by_them)]
    found += [f"kept, and not counted: {each}" for each in (kept_by_them - ours)]
    return sorted(found), len(mine)


def main() -> int:
    found, compared = differences(sys.stdin.buffer.readlines())
    sys.stdout.writelines(f"{each}\n" for each in found)
    sys.stdout.write(f"{compared} deadlines counted, {len(found)} differences\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
