"""Sealing what is personal, value by value, under the key of its file.

A sealed value opens only where it was sealed: in its own file, at its own place in its
own stream, under its own stored field name. Stored values are opened before upcasters
lift them, so that opening needs no class.
"""

import json
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel

from domain.shared.envelope import FileId
from domain.shared.errors import RecordErased
from domain.shared.personal import ERASED, Erased
from infrastructure.keys.plan import plan
from infrastructure.keys.ring import KeyRing, UnknownFile
from infrastructure.keys.sealed_paths import RESERVED, escape

NONCE = 12
ERASED_JSON = ERASED.model_dump(mode="json")


class SealBroken(Exception):
    """A sealed value was altered, or moved from where it was sealed. It is not an erasure."""


class FieldSealer:
    """Seals and opens under the keys of a ring.

    `context` says where the whole stands, as `case-0190…:7` for the seventh event of a
    stream. To seal in a file whose key is destroyed is refused with `RecordErased`; a
    file without a key raises `UnknownFile`.
    """

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring

    def seal(
        self, dumped: dict[str, Any], model_class: type[BaseModel], file: FileId, context: str
    ) -> dict[str, Any]:
        """The same JSON with each sealed field as `{"sealed": …}`; the argument is left alone."""
        sealed_paths = plan(model_class)
        if sealed_paths is None:
            return dumped
        place = _field_place(context)
        cipher = self._cipher_to_write(file)

        def seal_leaf(value: Any, path: str) -> dict[str, Any]:
            if value == ERASED_JSON:
                return ERASED_JSON
            sealed = _encrypt(cipher, json.dumps(value).encode(), place + path)
            return {RESERVED: b2a_base64(sealed, newline=False).decode("ascii")}

        changed: dict[str, Any] = sealed_paths.apply(dumped, "", seal_leaf)
        return changed

    def unseal(self, stored: dict[str, Any], file: FileId, context: str) -> dict[str, Any]:
        """Plain values again, or `{"erased": true}` for each once the key is destroyed."""
        opened: dict[str, Any] = self._opened(stored, "", file, _field_place(context))
        return opened

    def sign_of(self, file: FileId) -> object:
        """The sign of the key that opens a file now; none if nothing does, or ever did."""
        try:
            return self._ring.sign(file)
        except UnknownFile:
            return None

    def ready(self, files: Iterable[FileId]) -> None:
        """Make ready to open much of many files: their keys are asked for at once."""
        self._ring.ready(files)

    def tell_of_erasures(self, forget: Callable[[FileId], None]) -> None:
        """Have this called with every file whose key this process destroys."""
        self._ring.told_of_erasures.append(forget)

    def seal_text(self, text: str, file: FileId, context: str) -> str:
        """One text, as a personal column of a read model keeps it."""
        return b2a_base64(self.seal_bytes(text.encode(), file, context), newline=False).decode()

    def open_text(self, text: str, file: FileId, context: str) -> str | Erased:
        opened = self.open_bytes(_decoded(text), file, context)
        return opened if isinstance(opened, Erased) else opened.decode()

    def seal_bytes(self, content: bytes, file: FileId, context: str) -> bytes:
        """A document, as it is kept under the file's key."""
        return _encrypt(self._cipher_to_write(file), content, _whole_place(context))

    def open_bytes(self, sealed: bytes, file: FileId, context: str) -> bytes | Erased:
        cipher = self._ring.cipher(file)
        return ERASED if cipher is None else _decrypt(cipher, sealed, _whole_place(context))

    def _cipher_to_write(self, file: FileId) -> AESGCM:
        cipher = self._ring.cipher(file)
        if cipher is None:
            raise RecordErased("This record has been erased; nothing can be added to it.")
        return cipher

    def _opened(self, value: Any, path: str, file: FileId, place: str) -> Any:
        if isinstance(value, dict):
            if is_sealed(value):
                return self._open_leaf(value[RESERVED], file, place + path)
            return {
                key: self._opened(item, f"{path}/{escape(key)}", file, place)
                if isinstance(item, dict | list)
                else item
                for key, item in value.items()
            }
        if isinstance(value, list):
            return [self._opened(item, f"{path}/{n}", file, place) for n, item in enumerate(value)]
        return value

    def _open_leaf(self, text: str, file: FileId, place: str) -> Any:
        cipher = self._ring.cipher(file)
        if cipher is None:
            return ERASED_JSON
        return json.loads(_decrypt(cipher, _decoded(text), place).decode())


def is_sealed(value: dict[str, Any]) -> bool:
    """Whether this piece of stored JSON is a sealed value."""
    return len(value) == 1 and isinstance(value.get(RESERVED), str)


def _field_place(context: str) -> str:
    return f"field\0{context}\0"


def _whole_place(context: str) -> str:
    return f"whole\0{context}"


def _encrypt(cipher: AESGCM, content: bytes, place: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + cipher.encrypt(nonce, content, place.encode())


def _decrypt(cipher: AESGCM, sealed: bytes, place: str) -> bytes:
    try:
        return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBroken(f"What is sealed at {place!r} does not open.") from error


def _decoded(text: str) -> bytes:
    try:
        return a2b_base64(text, strict_mode=True)
    except ValueError as error:
        raise SealBroken("This was never a sealed value.") from error
