"""People whose forms arrive a byte a second: ``python -m practice_site.bench.slow PORT NUMBER``, until it is ended."""

import socket
import sys
import time

HEAD = (
    b"POST /get-started/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
)


def main(port: int, number: int) -> None:
    senders = [sender(port) for _number in range(number)]
    print("sending", flush=True)
    while True:
        time.sleep(1)
        for place, connection in enumerate(senders):
            try:
                connection.sendall(b"a")
            except OSError:  # thrown out, and back again
                connection.close()
                senders[place] = sender(port)


def sender(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.sendall(HEAD)
    return connection


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
