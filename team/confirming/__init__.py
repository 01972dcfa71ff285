"""Saying whether there is room, and that it is right today: the same for the desk and behind a private link."""
