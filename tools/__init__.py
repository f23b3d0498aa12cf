"""What sets the house up. Standard library only: it runs before anything is installed."""
