"""The person's own page: no account and no session, only the code in its address."""
