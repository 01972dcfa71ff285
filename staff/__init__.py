"""People who sign in: accounts, second factors, sessions, roles. Who may read what is said with each model."""
