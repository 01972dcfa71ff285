import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Greeting(BaseHTTPRequestHandler):
    """Somebody else's server, with the same page everywhere."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *words):
        pass


@pytest.fixture
def greeter():
    with ThreadingHTTPServer(("127.0.0.1", 0), Greeting) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
