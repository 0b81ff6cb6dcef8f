"""Somebody who is told of what is registered: takes it, refuses the first message, is away, or is gone, by the path."""
import json, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANSWERS = {"/taken": 204, "/inside": 204, "/away": 503, "/gone": 410}
refused = {}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        position = body["data"].get("position")
        status = ANSWERS.get(self.path) or (422 if refused.setdefault(self.path, position) == position else 204)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def start():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
