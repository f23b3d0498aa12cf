"""Files are told apart by their columns; what is not read is listed and counted."""

from pathlib import Path

from application.imports.ssda903.counts import FileCount
from application.imports.ssda903.files import FileKind, find_files
from tests.support.returns import header, planned, write_file


def test_a_file_is_known_by_its_columns_in_any_order_and_case(tmp_path: Path) -> None:
    (tmp_path / "whatever.CSV").write_text(
        "review_code,Review,DOB,child\nPN1,01/07/2025,03/05/2014,C1\n", encoding="utf-8-sig"
    )

    (found,) = find_files(tmp_path)

    assert found.kind is FileKind.REVIEWS
    assert (cells := found.lines[0].cells()) is not None
    assert cells["REVIEW"] == "01/07/2025"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = write_file(tmp_path, FileKind.HEADER, header())
    text = path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert [child.child for child in planned(tmp_path).children] == ["C1"]


def test_a_file_in_the_western_code_page_is_read_too(tmp_path: Path) -> None:
    path = write_file(tmp_path, FileKind.HEADER, header(), header(CHILD="C2", UPN="é"))
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))

    assert [child.child for child in planned(tmp_path).children] == ["C1", "C2"]


def test_a_file_with_other_columns_is_counted_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("CHILD,MOOD\nC1,good\nC2,better\n", encoding="utf-8")
    (tmp_path / "notes.docx").write_bytes(b"\x00\xff\n\n")
    (tmp_path / "older").mkdir()

    plan = planned(tmp_path)

    assert plan.counts.files == (
        FileCount(file="a.csv", read=2, imported=0, refused=0, not_held=2),
        FileCount(file="notes.docx", read=0, imported=0, refused=0, not_held=0),
        FileCount(file="older", read=0, imported=0, refused=0, not_held=0),
    )


def test_a_file_that_this_service_does_not_hold_is_recognised_and_counted(tmp_path: Path) -> None:
    write_file(tmp_path, FileKind.OC3, {"CHILD": "C1"}, {"CHILD": "C2"})

    plan = planned(tmp_path)

    assert plan.files[0].kind is FileKind.OC3
    assert plan.counts.not_held == 2


def test_line_numbers_are_those_of_an_editor_blank_lines_counted(tmp_path: Path) -> None:
    path = write_file(tmp_path, FileKind.HEADER, header(DOB="31/02/2014"))
    head, row, _ = path.read_text(encoding="utf-8").split("\n")
    path.write_text(f"{head}\n\n\n{row}\n", encoding="utf-8")

    assert planned(tmp_path).refused[0].line == ("header.csv", 4)
