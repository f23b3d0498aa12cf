"""The one secret that everything else is sealed under. It stands in a file, in no database."""

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LENGTH = 32
NONCE = 12


class MasterKeyUnusable(Exception):
    """The file is missing, or holds something other than 32 bytes, raw or in hexadecimal."""


class WrongMasterKey(Exception):
    """A wrapped key does not open: another master key wrapped it, or somebody altered it."""


class MasterKey:
    """Wraps the keys of files, and derives a key for each purpose. It never shows itself."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != LENGTH:
            raise MasterKeyUnusable(f"A master key has {LENGTH} bytes; this has {len(secret)}.")
        self._secret = secret
        self._wrapper = AESGCM(self.derive("file-keys"))

    @classmethod
    def read(cls, path: Path) -> "MasterKey":
        """Read 32 bytes, raw or as 64 hexadecimal digits."""
        try:
            content = path.read_bytes()
            return cls(content if len(content) == LENGTH else bytes.fromhex(content.decode()))
        except (OSError, ValueError) as error:
            raise MasterKeyUnusable(f"No master key can be read from {path}.") from error

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose: the same every time, and no clue to any other's."""
        info = b"placement-casework/" + purpose.encode()
        return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=info).derive(self._secret)

    def wrap(self, key: bytes, owner: str) -> bytes:
        """Encrypt a key for keeping. It opens again only for the same owner."""
        nonce = os.urandom(NONCE)
        return nonce + self._wrapper.encrypt(nonce, key, owner.encode())

    def unwrap(self, wrapped: bytes, owner: str) -> bytes:
        try:
            return self._wrapper.decrypt(wrapped[:NONCE], wrapped[NONCE:], owner.encode())
        except (InvalidTag, ValueError) as error:
            raise WrongMasterKey(f"The key of {owner} does not open.") from error


def create_master_key(path: Path) -> MasterKey:
    """Make a master key where there is none, readable by its owner alone; never replace one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_hex(LENGTH).encode())
        file.flush()
        os.fsync(file.fileno())
    _publish(draft, path)
    return MasterKey.read(path)


def _publish(draft: Path, path: Path) -> None:
    """Name the finished file, unless another process was first."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
