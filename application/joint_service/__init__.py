"""Services that several funders pay for together, by the year."""
