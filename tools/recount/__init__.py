"""What was owed, counted once more from the log as it was written out.

Reads `placements export --events` and works out by itself every deadline of living somewhere:
when it fell due, whether it was met, stopped or missed, and how often it moved. It imports
nothing from the service and shares no code with it, so that both would have to be wrong alike.

    placements export --events | python -m tools.recount
"""
