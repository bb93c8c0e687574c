"""Takes what is put to it over HTTP, counts the bytes and keeps nothing. Usage: sink.py PORT"""

import http.server
import sys


class Sink(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        received = len(self.rfile.read(int(self.headers["Content-Length"])))
        answer = b"received %d bytes\n" % received
        self.send_response(201)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


if __name__ == "__main__":
    http.server.HTTPServer(("", int(sys.argv[1])), Sink).serve_forever()
