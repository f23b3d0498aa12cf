"""Children whom other authorities place in our area: told of, and counted where they live."""
