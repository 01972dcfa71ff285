from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(client, address):
    """How many queries one visit costs, after a first visit has warmed whatever is kept."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def assert_cost_does_not_grow(client, addresses, grow):
    """``grow(n)`` brings the content to n rows of everything the pages list.

    Returns ``{address: queries}``.
    """
    grow(3)
    few = {address: queries_of(client, address) for address in addresses}
    grow(10)
    many = {address: queries_of(client, address) for address in addresses}
    assert many == few, "queries for 10 rows and for 3 rows differ"
    return few


def steps_of(client, address):
    """How many steps SQLite's machine takes for one visit, in tens: rows that it looks at count, the clock
    does not."""
    assert client.get(address).status_code == 200
    tens = 0

    def count():
        nonlocal tens
        tens += 1

    connection.connection.set_progress_handler(count, 10)
    try:
        client.get(address)
    finally:
        connection.connection.set_progress_handler(None, 0)
    return tens
