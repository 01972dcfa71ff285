def reads(sql: str) -> bool:
    """Whether it only asks, so that afterwards all is as it was. PostgreSQL's union begins with a parenthesis."""
    return sql.lstrip("( \n").startswith(("SELECT", "WITH"))
