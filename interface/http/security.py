"""Who is asking: bearer tokens, as the identity issuer signed them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic, time
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey
from joserfc.jwt import JWTClaimsRegistry

from application.access.principal import PROVIDER_ROLES, Principal, Role
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import ProviderId
from interface.http.problems import Unauthenticated

ALGORITHMS = ["Ed25519", "ES256", "RS256", "PS256"]
LEEWAY = 60


@dataclass(frozen=True)
class TokenReader:
    """Verifies tokens of one issuer for this service. Judged by the wall clock, always."""

    keys: Callable[[], KeySet]
    issuer: str
    audience: str

    def principal(self, token: str) -> Principal:
        try:
            decoded = jwt.decode(token, self.keys(), algorithms=ALGORITHMS)
            self._registry().validate(decoded.claims)
            return _principal(decoded.claims)
        except (JoseError, ValueError, KeyError, TypeError):
            raise Unauthenticated from None

    def _registry(self) -> JWTClaimsRegistry:
        return JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.audience},
            exp={"essential": True},
            sub={"essential": True},
        )


@dataclass(frozen=True)
class TokenIssuer:
    """The development issuer. It signs with a key of its own and exists on loopback only."""

    key: OKPKey
    issuer: str
    audience: str

    def token(self, principal: Principal, valid_for: timedelta = timedelta(hours=12)) -> str:
        now = int(time())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "aud": self.audience,
            "sub": principal.subject,
            "role": principal.role,
            "authority": principal.authority,
            "teams": sorted(principal.teams),
            "iat": now,
            "exp": now + int(valid_for.total_seconds()),
        }
        if principal.organisation:
            claims["organisation"] = str(principal.organisation)
        if principal.funder:
            claims["funder"] = principal.funder
        return jwt.encode({"alg": "Ed25519"}, claims, self.key, algorithms=ALGORITHMS)


LOOK_EVERY = 1.0
"""Seconds between two looks at whether the issuer's keys have changed."""


@dataclass
class KeyFile:
    """The issuer's public keys, in a file that is read again when it changes."""

    path: Path
    read_at: int = 0
    looked_at: float = 0.0
    held: KeySet | None = None

    def keys(self) -> KeySet:
        # Asked at every request, where waiting for a disk would hold up all the others.
        if self.held is None or monotonic() - self.looked_at > LOOK_EVERY:
            self.looked_at = monotonic()
            changed_at = self.path.stat().st_mtime_ns
            if self.held is None or changed_at != self.read_at:
                self.held = KeySet.import_key_set(json.loads(self.path.read_text()))
                self.read_at = changed_at
        return self.held


def development_key(path: Path) -> OKPKey:
    """The development issuer's own key, made once and kept where only its owner reads it."""
    if not path.exists():
        made = OKPKey.generate_key("Ed25519").as_dict(private=True)
        path.touch(mode=0o600)
        path.write_text(json.dumps(made))
    return OKPKey.import_key(json.loads(path.read_text()))


def _principal(claims: dict[str, Any]) -> Principal:
    role = Role(claims["role"])
    if role is Role.SYSTEM:
        raise ValueError("nobody signs in as the service itself")
    organisation = claims.get("organisation")
    if role in PROVIDER_ROLES and not organisation:
        raise ValueError("a provider user belongs to an organisation")
    funder = claims.get("funder")
    if role is Role.PARTNER_FUNDER and not funder:
        raise ValueError("a partner funder answers for a body that pays")
    return Principal(
        subject=str(claims["sub"]),
        role=role,
        authority=GssCode(str(claims["authority"])),
        teams=frozenset(map(str, claims.get("teams", ()))),
        organisation=ProviderId(UUID(organisation)) if organisation else None,
        funder=str(funder) if funder else None,
    )
