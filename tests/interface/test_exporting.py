"""The log written out: every event once, in its order, and nothing that is sealed."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from interface.cli import app
from tests.support.children import open_child
from tests.support.service import Office

runner = CliRunner()
NAME = "Demo-Unmistakable Quillfeather"


@pytest.fixture
def office(sqlite_office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A service whose folder is where the command line looks."""
    settings = sqlite_office.running.settings
    monkeypatch.setenv("PLACEMENTS_HOME_FOLDER", str(settings.home))
    monkeypatch.setenv("PLACEMENTS_DATABASE_URL", settings.database_url)
    return sqlite_office


def exported(*more: str) -> list[dict[str, Any]]:
    result = runner.invoke(app, ["export", "--events", *more])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def test_each_event_is_a_line_and_what_is_sealed_stays_so(office: Office) -> None:
    case_id = open_child(office, NAME)

    lines = exported()

    positions = [line["position"] for line in lines]
    assert positions == sorted(set(positions))
    (opened,) = [line for line in lines if line["stream"] == f"case-{case_id}"]
    assert (opened["name"], opened["version"]) == ("case.opened.v1", 1)
    assert opened["payload"]["identity"]["full_name"] == "[sealed]"
    assert "Quillfeather" not in json.dumps(lines)
    assert exported("--after", str(positions[-2])) == lines[-1:]


def test_what_is_to_be_written_out_is_said(office: Office) -> None:
    assert office.running.settings.dev
    assert runner.invoke(app, ["export"]).exit_code == 2
