"""Finding homes for a child: which would do, which would not, and why. It decides nothing."""
