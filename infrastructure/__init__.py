"""How it is kept: the log, the key ring, the read models. Alone in knowing the libraries."""
