"""The law and policy that a search obeys: a function for each rule, by topic."""
