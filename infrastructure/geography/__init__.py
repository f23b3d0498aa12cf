"""Where postcodes are, and which council's area they are in. `NOTICE.md` says whose data it is."""
