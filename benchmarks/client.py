"""A client that costs next to nothing: requests written as bytes, over one connection each."""

import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

Ask = Callable[[], bytes]
"""The bytes of the next request."""

END = b"\r\n\r\n"


class Connection:
    """One connection that is kept, and a request at a time on it."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status of the answer and its body."""
        self.socket.sendall(request)
        received = b""
        while END not in received:
            received += self._some()
        head, _, body = received.partition(END)
        while len(body) < _length(head):
            body += self._some()
        return int(head[9:12]), body

    def close(self) -> None:
        self.socket.close()

    def _some(self) -> bytes:
        some = self.socket.recv(65_536)
        if not some:
            raise ConnectionError("the server hung up")
        return some


def timed(port: int, ask: Ask, size: int) -> list[float]:
    """The seconds that each of so many requests took, one after the other."""
    connection, spent = Connection(port), []
    for _ in range(size):
        request = ask()
        started = time.perf_counter()
        status, body = connection.ask(request)
        spent.append(time.perf_counter() - started)
        if status >= 300:
            raise RuntimeError(f"{status}: {body.decode()}")
    connection.close()
    return spent


def several(port: int, ask: Ask, clients: int, size: int) -> float:
    """How many requests a second several clients had answered between them."""
    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        done = [pool.submit(timed, port, ask, size // clients) for _ in range(clients)]
        total = sum(len(each.result()) for each in done)
    return total / (time.perf_counter() - started)


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    raise ValueError("an answer without a length")
