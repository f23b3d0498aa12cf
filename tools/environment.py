"""Makes `.venv` from a lock, on a machine that has python3 with pip and nothing else.

uv is put beside the project, not into the system's Python: Debian's is managed elsewhere
and would refuse. Where uv cannot reach the packages that pip can, pip installs them.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

TOOLS, VENV = Path(".tools"), Path(".venv")
PYTHON = VENV / "bin" / "python"
SYNC = ("pip", "sync", "--compile-bytecode")


def main(lock: str) -> None:
    uv = _uv()
    if not PYTHON.exists():
        _make_venv(uv)
    if uv is None or not _ran([*uv, *SYNC, "--python", str(PYTHON), *_hashed(lock)]):
        subprocess.run([*_pip(), "install", *_hashed("-r", lock)], check=True)
    _install_ourselves(uv)


def _uv() -> list[str] | None:
    if not (TOOLS / "uv").exists() and not _ran(
        [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(TOOLS), "uv"]
    ):
        return None
    os.environ["PYTHONPATH"] = str(TOOLS)
    return [sys.executable, "-m", "uv"]


def _make_venv(uv: list[str] | None) -> None:
    if uv is None or not _ran([*uv, "venv", "--quiet", str(VENV)]):
        venv.create(VENV, with_pip=True)


def _install_ourselves(uv: list[str] | None) -> None:
    ourselves = ["--no-deps", "--no-build-isolation", "--editable", "."]
    if uv is None or not _ran([*uv, "pip", "install", "-q", "--python", str(PYTHON), *ourselves]):
        subprocess.run([*_pip(), "install", *ourselves], check=True)


def _pip() -> list[str]:
    if not (VENV / "bin" / "pip").exists():
        subprocess.run([str(PYTHON), "-m", "ensurepip"], check=True)
    return [str(PYTHON), "-m", "pip"]


def _hashed(*lock: str) -> list[str]:
    return ["--require-hashes", *lock]


def _ran(command: list[str]) -> bool:
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    main(sys.argv[1])
