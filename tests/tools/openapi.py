"""The description of the service as it is committed: docs/openapi.json.

    python -m tests.tools.openapi            writes it
    python -m tests.tools.openapi --check    fails when the code describes something else

The routes are described by a throw-away service in a temporary folder; nothing is started.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from infrastructure.keys.master_key import create_master_key
from interface.bootstrap import bootstrap, prepare
from interface.http.app import described
from interface.serving import app_of
from interface.settings import Settings
from tests.tools.catalogue import ROOT

COMMITTED = ROOT / "docs" / "openapi.json"
METHODS = ("post", "put", "patch")


def description() -> dict[str, Any]:
    """What the service says of itself, made anew from its routes."""
    with tempfile.TemporaryDirectory() as folder:
        # As in production: with an issuer elsewhere, whose keys nobody asks for here.
        settings = Settings.read(
            {
                "PLACEMENTS_HOME_FOLDER": folder,
                "PLACEMENTS_JWKS_FILE": f"{folder}/jwks.json",
            }
        )
        create_master_key(settings.master_key)
        prepare(settings)
        with bootstrap(settings) as running:
            return described(app_of(running))


def written(described: dict[str, Any]) -> str:
    """The same description is always the same text."""
    return json.dumps(described, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def bodies(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each request body: the call it belongs to, its media type, and its schema resolved."""
    for path, item in described["paths"].items():
        for method in METHODS:
            sent = item.get(method, {}).get("requestBody", {}).get("content", {})
            for media_type, content in sent.items():
                schema = _resolved(described, content.get("schema", {}))
                # An example may stand beside the schema as well as inside it.
                beside = {k: v for k, v in content.items() if k in {"example", "examples"}}
                yield f"{method.upper()} {path}", media_type, schema | beside


def _resolved(described: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if (reference := schema.get("$ref")) is None:
        return schema
    name = str(reference).rsplit("/", 1)[-1]
    found: dict[str, Any] = described["components"]["schemas"][name]
    return found


def main(arguments: Sequence[str], committed: Path = COMMITTED) -> int:
    text = written(description())
    if "--check" not in arguments:
        committed.write_text(text)
        return 0
    if committed.exists() and committed.read_text() == text:
        return 0
    sys.stderr.write("docs/openapi.json differs from the routes: run `make openapi`.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
