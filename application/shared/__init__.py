"""What every capability's handlers share: the way a command becomes events, and the ports."""
