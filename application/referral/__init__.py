"""The search for a home: request, in-house first, the market, the choice, the money."""
