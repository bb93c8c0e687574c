"""A harmless bot that takes orders by IRC or polls by HTTP; it obeys none.

Usage: bot.py irc HOST PORT SECONDS | bot.py http HOST PERIOD SECONDS
"""

import random
import socket
import sys
import time
import urllib.request


def chat(host, port, seconds):
    line = socket.create_connection((host, int(port)))
    name = "[MIPS]%06d" % random.randint(0, 999_999)
    line.sendall(("NICK %s\r\nUSER x 8 * :x\r\n" % name).encode())
    line.settimeout(5)
    end, joined, spoken = time.monotonic() + seconds, False, time.monotonic()
    while time.monotonic() < end:
        try:
            heard = line.recv(4096).decode("latin-1")
        except TimeoutError:
            heard = ""
        for word in heard.splitlines():
            if word.startswith("PING"):
                line.sendall((word.replace("PING", "PONG", 1) + "\r\n").encode())
        if " 376 " in heard or " 422 " in heard:
            line.sendall(b"JOIN #cams key17\r\n")
            joined = True
        if joined and time.monotonic() - spoken > 20:
            line.sendall(b"PRIVMSG #cams :[scan] idle\r\n")
            spoken = time.monotonic()
    line.sendall(b"QUIT\r\n")
    line.close()


def poll(host, period, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        request = urllib.request.Request("http://%s/gate.php?id=7f3a&v=2" % host, headers={"User-Agent": "dlr/1.0"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            answer.read()
        time.sleep(float(period) * random.uniform(0.9, 1.1))


if __name__ == "__main__":
    {"irc": chat, "http": poll}[sys.argv[1]](sys.argv[2], sys.argv[3], float(sys.argv[4]))
