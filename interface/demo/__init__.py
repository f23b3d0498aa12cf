"""Data and journeys to show the service with: a council that never was."""
