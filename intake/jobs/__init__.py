"""What the worker does when an hour or a day has passed."""
