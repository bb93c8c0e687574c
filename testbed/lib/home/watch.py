"""Watches a camera by RTSP over TCP for some seconds. Usage: watch.py ADDRESS SECONDS"""

import socket
import sys
import time


def ask(line, number, method, url, more=""):
    line.sendall(("%s %s RTSP/1.0\r\nCSeq: %d\r\nUser-Agent: HomeViewer/4.1\r\n%s\r\n"
                  % (method, url, number, more)).encode())


def main(address, seconds):
    line = socket.create_connection((address, 554))
    url = "rtsp://%s/live" % address
    for number, (method, more) in enumerate((
            ("OPTIONS", ""), ("DESCRIBE", "Accept: application/sdp\r\n"),
            ("SETUP", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n"),
            ("PLAY", "Session: 17\r\n")), 1):
        ask(line, number, method, url, more)
        line.recv(4096)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        line.recv(65_536)
    ask(line, 5, "TEARDOWN", url, "Session: 17\r\n")
    line.close()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
