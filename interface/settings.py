"""Where a service's things are: by environment, with a folder that holds them all by default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "PLACEMENTS_"
AUDIENCE = "placement-casework"
DEVELOPMENT_ISSUER = "placement-casework-development"


@dataclass(frozen=True)
class Settings:
    """`home` holds what has no address of its own: databases, keys, the development issuer.

    `key_ring_url` is another database than the log's, so that a restored backup of one
    never brings back a key destroyed in the other. `erasures` is the journal that is replayed
    after any restore: it outlives the ring's backups.
    """

    home: Path
    database_url: str
    key_ring_url: str
    master_key: Path
    erasures: Path
    issuer: str
    audience: str
    jwks: Path | None
    dev: bool = False

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, *, dev: bool = False) -> "Settings":
        """From `PLACEMENTS_…` variables; what is not named lies under `PLACEMENTS_HOME_FOLDER`."""
        told = {
            name.removeprefix(PREFIX): value
            for name, value in environment.items()
            if name.startswith(PREFIX)
        }
        home = Path(told.get("HOME_FOLDER", ".var")).resolve()
        jwks, master_key = (
            told.get("JWKS_FILE"),
            Path(told.get("MASTER_KEY_FILE", home / "master.key")),
        )
        return cls(
            home=home,
            database_url=told.get("DATABASE_URL", f"sqlite:///{home / 'placements.db'}"),
            key_ring_url=told.get("KEY_RING_URL", f"sqlite:///{home / 'keys.db'}"),
            master_key=master_key,
            erasures=Path(told.get("ERASURE_JOURNAL", master_key.with_name("erasures.jsonl"))),
            issuer=told.get("ISSUER", DEVELOPMENT_ISSUER),
            audience=told.get("AUDIENCE", AUDIENCE),
            jwks=Path(jwks) if jwks else None,
            dev=dev,
        )


def in_folder(home: Path, *, dev: bool = True) -> Settings:
    """A service that lives in one folder: for demonstrations and tests."""
    return Settings.read({"PLACEMENTS_HOME_FOLDER": str(home)}, dev=dev)
