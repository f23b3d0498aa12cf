"""Documents lead where they say: links reach files and headings, and paths are of this project.

    python -m tests.tools.links

It also keeps out of README and docs what belongs to one machine, or to how a page came about.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.tools.catalogue import ROOT

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)

UNWELCOME = (
    (re.compile(r"/(?:home|root|work|Users|tmp)/\w"), "a path of one machine"),
    (re.compile(r"\b(?:pypi\.org|pythonhosted\.org|index-url)\b"), "a package registry"),
    (re.compile(r"\b(?:language model|this session|issue #\d+)\b"), "how the page came about"),
    (re.compile(r"\b(?:TODO|FIXME|XXX|lorem ipsum)\b"), "something left undone"),
)


def documents(root: Path = ROOT) -> list[Path]:
    """The pages that people read: those at the top, and all under docs."""
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def problems(root: Path = ROOT) -> Iterator[str]:
    for page in documents(root):
        where = page.relative_to(root).as_posix()
        yield from (f"{where}: {problem}" for problem in _problems_of(page, root))


def _problems_of(page: Path, root: Path) -> Iterator[str]:
    text = page.read_text()
    for target in _LINK.findall(_prose(text)):
        if not _ELSEWHERE.match(target) and (problem := _broken(page, target, root)):
            yield problem
    for number, line in enumerate(text.splitlines(), 1):
        yield from (f"line {number} has {what}" for form, what in UNWELCOME if form.search(line))


def _broken(page: Path, target: str, root: Path) -> str | None:
    name, _, heading = target.partition("#")
    there = (page.parent / name).resolve() if name else page
    if not there.is_relative_to(root.resolve()):
        return f"{target} leads out of the project"
    if not there.exists():
        return f"{target} leads nowhere"
    if heading and heading not in anchors(there.read_text()):
        return f"{target} names no heading"
    return None


def anchors(text: str) -> set[str]:
    """The headings of a page as links name them."""
    names: list[str] = []
    for line in _prose(text).splitlines():
        if (heading := _HEADING.match(line)) is not None:
            name = _anchor(heading[1])
            names.append(f"{name}-{earlier}" if (earlier := names.count(name)) else name)
    return set(names)


def _anchor(heading: str) -> str:
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def _prose(text: str) -> str:
    """A page without its examples, in which brackets are not links nor hashes headings."""
    kept, fenced = [], False
    for line in text.splitlines():
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            kept.append(re.sub(r"`[^`]*`", lambda code: code[0].translate(_NO_LINK), line))
    return "\n".join(kept)


_NO_LINK = str.maketrans({"[": "", "]": ""})


def main(arguments: Sequence[str] = (), root: Path = ROOT) -> int:
    """Print what is wrong, a line each. Fails when anything is."""
    del arguments
    found = list(problems(root))
    sys.stderr.write("".join(f"{problem}\n" for problem in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
