def make(model, **fields):
    """Saved only if a person could have entered it: the same limits and rules as in the admin."""
    row = model(**fields)
    row.full_clean()
    row.save()
    return row
