"""What people and the clock do with the domain: a handler for each act, a policy for each join."""
