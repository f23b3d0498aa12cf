"""The text of a document, hidden text too, read in a process that cannot take this one down."""

import io
import zipfile

import pytest

from application.shared.documents import UnreadableDocument
from domain.case.documents import MediaType
from infrastructure.documents.reading import TextsApart

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE = b"BT /F1 12 Tf 20 250 Td (A plan to cook.) Tj 3 Tr 0 -20 Td (Marguerite) Tj ET"


def pdf(page: bytes) -> bytes:
    """One page, an author that no page shows, and a table of where everything is."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Author(Somebody)>>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 7\n0000000000 65535 f \n%s"
        b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    ) % (table, len(written))


def word(**parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as written:
        for name, text in parts.items():
            body = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            xml = f'<w:document xmlns:w="{NAMESPACE}">{body}</w:document>'
            written.writestr(f"word/{name}.xml", xml)
        written.writestr("docProps/core.xml", "<who>Somebody</who>")
    return packed.getvalue()


@pytest.mark.covers("R-30")
def test_a_word_document_is_read_with_its_comments_and_without_its_metadata() -> None:
    text = TextsApart().text_of(
        word(document="A plan.", comments="Ask Marguerite."), MediaType.WORD
    )

    assert text == "Ask Marguerite.\nA plan."


@pytest.mark.covers("R-30", "4-110")
def test_what_parts_words_on_the_page_parts_them_in_the_text() -> None:
    inner = "<w:p><w:r><w:t>Finch</w:t></w:r></w:p>"
    line = f"Otter</w:t><w:tab/><w:t>Bramble</w:t><w:br/><w:t>Born</w:t>{inner}<w:t>Ash"

    text = TextsApart().text_of(word(document=line), MediaType.WORD)

    assert text.split() == ["Otter", "Bramble", "Born", "Finch", "Ash"]


def test_paragraphs_within_paragraphs_are_read_in_no_time() -> None:
    deep = word(document="x</w:t>" + "<w:p>" * 5_000 + "</w:p>" * 5_000 + "<w:t>y")

    assert TextsApart(patience=5).text_of(deep, MediaType.WORD).split() == ["x", "y"]


def test_more_documents_than_are_read_at_once_are_asked_to_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("infrastructure.documents.reading.WAIT", 0.01)
    texts = TextsApart()
    while texts.readers.acquire(blocking=False):
        pass

    with pytest.raises(TimeoutError):
        texts.text_of(b"A plan.", MediaType.TEXT)


@pytest.mark.covers("R-30")
def test_invisible_text_of_a_pdf_is_read_too() -> None:
    text = TextsApart().text_of(pdf(PAGE), MediaType.PDF)

    assert "A plan to cook." in text
    assert "Marguerite" in text
    assert "Somebody" not in text


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xff\xfe\x00", MediaType.TEXT),
        (b"not a pdf", MediaType.PDF),
        (b"not a zip", MediaType.WORD),
        (b"   ", MediaType.TEXT),
    ],
)
def test_what_cannot_be_read_is_said_to_be_unreadable(
    content: bytes, media_type: MediaType
) -> None:
    with pytest.raises(UnreadableDocument):
        TextsApart().text_of(content, media_type)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(UnreadableDocument):
        TextsApart(patience=0.001).text_of(b"A plan.", MediaType.TEXT)
