"""What every capability is made of; it knows none of them."""
