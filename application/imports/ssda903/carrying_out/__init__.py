"""A plan carried out: each fact becomes a command, and is told to the stream that it is about.

    homes ── listed as far as the return knows them
      │
    children ── one act a child: the case and its placements
      │
    stays ── one act a home, in the order of the days: who came and who left

Each step asks first what is held already, so that a run may be killed anywhere, and begun
again, and again next year. What a decider refuses goes back into the plan, by its lines.
"""
