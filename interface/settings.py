"""Where a service's things are: by environment, with a folder that holds them all by default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from application.telling.ports import MailServer

PREFIX = "PLACEMENTS_"
AUDIENCE = "placement-casework"
DEVELOPMENT_ISSUER = "placement-casework-development"


@dataclass(frozen=True)
class Telling:
    """How providers are told: by `mail`, or in the service's own log where there is none."""

    portal: str = "http://127.0.0.1:8000/v1"
    attempts: int = 8
    mail: MailServer | None = None

    @classmethod
    def read(cls, told: Mapping[str, str]) -> "Telling":
        """`ValueError` where mail is to be sent and nobody is named as its sender."""
        return cls(
            portal=told.get("PORTAL_URL", cls.portal),
            attempts=int(told.get("MESSAGE_ATTEMPTS", cls.attempts)),
            mail=_mail(told),
        )


def _mail(told: Mapping[str, str]) -> MailServer | None:
    host, sender = told.get("SMTP_HOST"), told.get("SMTP_FROM")
    if host is None:
        return None
    if sender is None:
        raise ValueError("Name in PLACEMENTS_SMTP_FROM who sends what PLACEMENTS_SMTP_HOST takes.")
    password = told.get("SMTP_PASSWORD_FILE")
    return MailServer(
        host=host,
        port=int(told.get("SMTP_PORT", "587")),
        sender=sender,
        user=told.get("SMTP_USER"),
        password=Path(password) if password else None,
    )


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
    telling: Telling = field(default_factory=Telling)

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
            telling=Telling.read(told),
        )


def in_folder(home: Path, *, dev: bool = True) -> Settings:
    """A service that lives in one folder: for demonstrations and tests."""
    return Settings.read({"PLACEMENTS_HOME_FOLDER": str(home)}, dev=dev)
