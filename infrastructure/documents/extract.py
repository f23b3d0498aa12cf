"""Reads the text of one document from standard input, in a process that may be stopped.

Run as `python -m infrastructure.documents.extract MEDIA_TYPE`. A hostile document can hang or
swell its reader: whoever starts this bounds its time, and it bounds its own memory.
"""

import io
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = frozenset({f"{WORDS}t", f"{WORDS}delText", f"{WORDS}instrText"})
"""Text, text that was struck out and is still there, and what fields are made of."""

PARTING: Mapping[str, str] = {
    **dict.fromkeys((f"{WORDS}p", f"{WORDS}br", f"{WORDS}cr", f"{WORDS}tc"), "\n"),
    **dict.fromkeys((f"{WORDS}tab", f"{WORDS}ptab", f"{WORDS}noBreakHyphen"), "\t"),
}
"""What stands between two words on the page. A paragraph within another ends its own line."""

MOST_MEMORY = 1_000_000_000
MOST_SECONDS = 8
MOST_UNPACKED = 50_000_000


def of_pdf(content: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415  # for PDFs alone: it takes a while to import

    return "\n\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def of_word(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
            raise ValueError("this unpacks into more than a document would")
        return "\n".join(
            line for name in sorted(packed.namelist()) for line in _lines(packed, name)
        )


def of_text(content: bytes) -> str:
    return content.decode("utf-8-sig")


READERS: Mapping[str, Callable[[bytes], str]] = {
    "application/pdf": of_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": of_word,
    "text/plain": of_text,
}


def _lines(packed: zipfile.ZipFile, name: str) -> Iterator[str]:
    """The body, and headers, notes and comments: nothing is hidden from a scan.

    Whatever parts words on the page parts them here too, or two would be read as one.
    """
    if not (name.startswith("word/") and name.endswith(".xml")):
        return
    written = io.StringIO()
    found = ET.iterparse(io.BytesIO(packed.read(name)), ("start", "end"))  # noqa: S314  # bounded
    for when, each in found:
        written.write(PARTING.get(each.tag, ""))
        if when == "end":
            written.write((each.text or "") if each.tag in TEXTS else "")
            each.clear()
    yield from (line for line in written.getvalue().splitlines() if line.strip())


def main(media_type: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    text = READERS[media_type](sys.stdin.buffer.read())
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main(sys.argv[1])
