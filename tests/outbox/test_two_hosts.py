from tests.outbox import two_hosts


def test_two_hosts_with_keys_apart_lose_and_double_nothing():
    """Two real workers; the long form is ``python -m tests.outbox.two_hosts``."""
    said = two_hosts.prove(each=2)
    assert "different keys" in " ".join(said["keys apart"])
    assert "2 mails wait for the key of a" in " ".join(said["one host gone"])
    assert "2 mails wait for the key of b" in " ".join(said["rolled back"])
