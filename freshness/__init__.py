"""What is kept of the database for pages, and how each process learns that it changed. Knows no model of
others: whoever keeps something says of which.
"""
