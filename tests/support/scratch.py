"""Where tests keep what nobody will want again: in memory, where the machine has room for it.

Nothing in a test is to outlive a power cut, so nothing waits for a disk.
"""

import shutil
from pathlib import Path

IN_MEMORY, ENOUGH = Path("/dev/shm"), 2 * 2**30  # noqa: S108  # a folder in memory, for our own


def in_memory() -> Path | None:
    """A folder in memory with two gigabytes to spare, if there is one."""
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
        return IN_MEMORY
    return None
