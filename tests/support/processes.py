"""Processes of their own that begin with everything imported: that takes five seconds once.

They are forked from a server that does nothing but import, so that they share no thread, lock
or connection with the tests, nor with each other.
"""

import multiprocessing

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["interface.cli", "tests.support.notebook"])
