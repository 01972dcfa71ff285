"""The hours of a week as one table of a form."""
