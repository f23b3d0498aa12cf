"""What waits for people: raised by policies, closed by those it waits for or by what happens."""
