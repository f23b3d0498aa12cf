"""A second opinion on deadlines: slow, walked step by step, and sharing no code with `domain`.

It reads 3.1 of docs/domain/03 anew. Bank holidays are worked out from the Act and from Easter,
the changing of the clocks from the last Sundays of March and October, and every period is
walked a day or a minute at a time.
"""
