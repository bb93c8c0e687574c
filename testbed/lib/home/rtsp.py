"""A camera's RTSP server (RFC 2326) that streams noise as RTP over the same connection.

Usage: rtsp.py
"""

import os
import socketserver
import struct
import threading

DESCRIPTION = b"v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=camera\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:track1\r\n"


class Camera(socketserver.StreamRequestHandler):
    def request_head(self):
        head = {}
        first = self.rfile.readline().decode("latin-1").split()
        while (line := self.rfile.readline().strip()):
            name, _, value = line.decode("latin-1").partition(":")
            head[name.lower()] = value.strip()
        return (first[0] if first else ""), head

    def answer(self, head, more="", body=b""):
        text = "RTSP/1.0 200 OK\r\nCSeq: %s\r\n%s" % (head.get("cseq", "0"), more)
        if body:
            text += "Content-Type: application/sdp\r\nContent-Length: %d\r\n" % len(body)
        self.wfile.write(text.encode() + b"\r\n" + body)

    def stream(self, stop):
        """About 25 packets a second, a large one now and then as a key frame has."""
        number = 0
        while not stop.wait(0.04):
            payload = os.urandom(1200 if number % 50 == 0 else 300)
            packet = struct.pack(">BBHII", 0x80, 96, number & 0xFFFF, number * 3600 & 0xFFFFFFFF, 7) + payload
            self.wfile.write(b"$\0" + struct.pack(">H", len(packet)) + packet)
            number += 1

    def handle(self):
        stop = threading.Event()
        try:
            while True:
                method, head = self.request_head()
                if method == "OPTIONS":
                    self.answer(head, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n")
                elif method == "DESCRIBE":
                    self.answer(head, body=DESCRIPTION)
                elif method == "SETUP":
                    self.answer(head, "Session: 17\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n")
                elif method == "PLAY":
                    self.answer(head, "Session: 17\r\n")
                    threading.Thread(target=self.stream, args=(stop,), daemon=True).start()
                else:
                    self.answer(head)
                    return
        except OSError:
            return  # the viewer left
        finally:
            stop.set()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    Server(("", 554), Camera).serve_forever()
