"""Quality: visits, meetings, actions and the status of providers."""
