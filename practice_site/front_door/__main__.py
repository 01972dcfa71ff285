"""Starts the web server: ``python -m practice_site.front_door --host 127.0.0.1 --port 8000``."""

import argparse

from practice_site.front_door.server import serve

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    serve(**vars(parser.parse_args()))
