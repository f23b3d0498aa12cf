"""Keys by file: who may still read what is personal, and how it is forgotten (R-01).

    master_key  one secret in a file: wraps the keys of files, and derives those of purposes
    ring        a database of its own: the wrapped key of each file, until it is destroyed
    journal     the files whose keys were destroyed; it outlives every backup of the ring
    plan        where the sealed values of a class lie, as `sealed_paths`
    sealing     seals and opens them, bound to the place where they stand
    search      finds people by keyed hash, where their names are sealed

Back the ring up apart from the log, and the journal apart from both: a ring restored
from a backup brings destroyed keys home, until the journal is replayed. `KeyRing.open`
replays it.
"""
