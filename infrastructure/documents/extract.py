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
MOST_MEMORY = 1_000_000_000
MOST_SECONDS = 20
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
    """Paragraphs of the body, and of headers, notes and comments: nothing is hidden from a scan."""
    if not (name.startswith("word/") and name.endswith(".xml")):
        return
    tree = ET.fromstring(packed.read(name))  # noqa: S314  # bounded as the module says
    for paragraph in tree.iter(f"{WORDS}p"):
        words = "".join(told.text or "" for told in paragraph.iter(f"{WORDS}t"))
        if words.strip():
            yield words


def main(media_type: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    text = READERS[media_type](sys.stdin.buffer.read())
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main(sys.argv[1])
