"""A web server on loopback that names the latest version, or answers something else."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class NewsServer:
    """Answers every GET with ``body``, and remembers what was asked."""

    def __init__(self) -> None:
        self.requests: list[dict[str, str]] = []
        """The headers of each request, names in lower case, and ``path``."""
        self.status = 200
        self.headers: dict[str, str] = {}
        self.gate = threading.Event()
        """Answers come once it is set."""
        self.gate.set()
        news = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                news.requests.append(
                    {"path": self.path, **{name.lower(): value for name, value in self.headers.items()}}
                )
                news.gate.wait(20)
                self.send_response(news.status)
                for name, value in news.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(news.body)))
                self.end_headers()
                self.wfile.write(news.body)

            def log_message(self, *_args: Any) -> None:
                """Not to the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/latest.json"
        self.page = f"http://127.0.0.1:{self._server.server_address[1]}/news"
        self.body = b""
        self.tell("99.1.2")

    def tell(self, version: object, page: object = None) -> None:
        """The latest version from now on, and the page that tells of it."""
        self.body = json.dumps({"version": version, "page": page or self.page}).encode()

    def stop(self) -> None:
        """End the server."""
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
