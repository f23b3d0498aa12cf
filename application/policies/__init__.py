"""What joins capabilities: each policy follows the log and causes commands, one policy a file."""
