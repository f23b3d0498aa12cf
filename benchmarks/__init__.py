"""What it costs: each figure against a floor of the same run, as a ratio. Never a timed test."""
