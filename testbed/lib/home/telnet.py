"""The Telnet login of a cheap device: asks for name and password, and has a shell that knows little.

It runs no command: whatever is typed after a login is answered by a fixed text.
Usage: telnet.py NAME PASSWORD DEVICE
"""

import socketserver
import sys

ECHO_AND_GO_AHEAD = b"\xff\xfb\x01\xff\xfb\x03"
ANSWERS = {"uname -a": "Linux 2.6.21 mips", "cat /proc/version": "Linux version 2.6.21",
           "/bin/busybox ECCHI": "ECCHI: applet not found", "id": "uid=0(root) gid=0(root)"}


class Login(socketserver.StreamRequestHandler):
    timeout = 30

    def read_line(self):
        """A line without what Telnet negotiates."""
        line = bytearray()
        while True:
            byte = self.rfile.read(1)
            if not byte:
                raise EOFError
            if byte == b"\xff":
                self.rfile.read(2)
            elif byte == b"\r":  # CR NUL or CR LF, RFC 854
                self.rfile.read(1)
                return line.decode("latin-1")
            else:
                line += byte

    def say(self, text):
        self.wfile.write(text.encode())

    def handle(self):
        try:
            self.wfile.write(ECHO_AND_GO_AHEAD)
            self.say("\r\n%s login: " % sys.argv[3])
            name = self.read_line()
            self.say("\r\nPassword: ")
            if [name, self.read_line()] == sys.argv[1:3] and sys.argv[3] == "recorder":
                self.shell()
            else:
                self.say("\r\nLogin incorrect\r\n")  # and hangs up, as small devices do
        except (OSError, EOFError):
            return  # the other side left

    def shell(self):
        self.say("\r\n\r\nBusyBox v1.12.1 built-in shell (ash)\r\n# ")
        while True:
            command = self.read_line()
            if command in ("", "exit"):
                return
            self.say("\r\n%s\r\n# " % ANSWERS.get(command, "sh: %s: not found" % command))


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    Server(("", 23), Login).serve_forever()
