"""The digest chain: each event names its predecessor, so that nothing can be taken out unseen.

A digest is SHA-256 over stream, version, name and bytes, each with its length before it:
two different events can never be read as the same bytes.
"""

from hashlib import sha256

NOTHING = bytes(32)
"""The predecessor of the first event of a stream."""


def digest(stream: str, version: int, name: str, body: bytes) -> bytes:
    hashed = sha256()
    for part in (stream.encode(), version.to_bytes(8), name.encode(), body):
        hashed.update(len(part).to_bytes(8))
        hashed.update(part)
    return hashed.digest()
