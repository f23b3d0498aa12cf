"""The dated data that decisions and clocks are made with."""
