"""Who may do what: one module of pure functions, asked by every route and every list."""
