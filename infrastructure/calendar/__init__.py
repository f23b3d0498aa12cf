"""Where the working-day calendar comes from, until a council publishes its own."""
