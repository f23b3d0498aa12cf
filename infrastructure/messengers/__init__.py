"""Who carries messages to providers: `application.telling.ports.Messenger`."""
