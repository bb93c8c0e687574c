"""A harmless program that calls home: a small HTTPS POST at a steady period with jitter.

It talks to the testbed's own server, runs no command and reads no file.
Usage: beacon.py HOST PERIOD_SECONDS JITTER_FRACTION TOTAL_SECONDS
"""

import http.client
import random
import ssl
import sys
import time


def call_home(host, trust, number):
    body = "id=7f3a91&seq=%06d&st=idle" % number
    home = http.client.HTTPSConnection(host, context=trust, timeout=10)
    home.request("POST", "/api/v1/status", body, {"User-Agent": "Mozilla/4.0 (compatible)"})
    home.getresponse().read()
    home.close()


def main(host, period, jitter, total):
    trust = ssl._create_unverified_context()
    start = time.monotonic()
    number = 0
    while time.monotonic() - start < total:
        begun = time.monotonic()
        try:
            call_home(host, trust, number)
        except OSError as reason:
            print("beacon:", reason, file=sys.stderr)
        number += 1
        pause = period * random.uniform(1 - jitter, 1 + jitter)
        time.sleep(max(0.0, pause - (time.monotonic() - begun)))


if __name__ == "__main__":
    main(sys.argv[1], *map(float, sys.argv[2:5]))
