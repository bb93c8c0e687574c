"""A long line in a wire: passes Ethernet frames between two interfaces, each after a delay.

The kernel's netem is often missing, and without it a round trip to "the internet" would take
microseconds. The one-way delay follows from the outside address (4 to 40 ms) so that each site has
its own round-trip time, plus up to 6 % jitter; frames of one address never overtake each other.

Usage: delay.py NEAR FAR
"""

import heapq
import random
import selectors
import socket
import sys
import time

ALL_PROTOCOLS = 3
OUTGOING = 4


def outside_address(frame, from_far):
    """The bytes that name the outside host of an IP frame, or b"" for any other frame."""
    kind = frame[12:14]
    if kind == b"\x08\x00":
        return frame[26:30] if from_far else frame[30:34]
    if kind == b"\x86\xdd":
        return frame[22:38] if from_far else frame[38:54]
    return b""


def one_way_seconds(address):
    if not address:
        return 0.002
    return 0.004 + (sum(b * (i + 7) for i, b in enumerate(address)) * 37 % 360) / 10_000


def open_wire(name):
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_PROTOCOLS))
    wire.bind((name, 0))
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
    wire.setblocking(False)
    return wire


class Line:
    def __init__(self, near, far):
        self.wires = (open_wire(near), open_wire(far))
        self.waiting = []
        self.last_due = {}
        self.count = 0

    def take(self, side):
        while True:
            try:
                frame, sender = self.wires[side].recvfrom(65_536)
            except BlockingIOError:
                return
            if sender[2] == OUTGOING:
                continue
            address = outside_address(frame, side == 1)
            due = time.monotonic() + one_way_seconds(address) * random.uniform(1.0, 1.06)
            due = max(due, self.last_due.get((side, address), 0.0))
            self.last_due[(side, address)] = due
            self.count += 1
            heapq.heappush(self.waiting, (due, self.count, 1 - side, frame))

    def deliver(self):
        """Sends what is due and returns the seconds until the next frame, or None."""
        while self.waiting and self.waiting[0][0] <= time.monotonic():
            _, _, side, frame = heapq.heappop(self.waiting)
            self.wires[side].send(frame)
        return max(0.0, self.waiting[0][0] - time.monotonic()) if self.waiting else None

    def run(self):
        selector = selectors.DefaultSelector()
        for side, wire in enumerate(self.wires):
            selector.register(wire, selectors.EVENT_READ, side)
        while True:
            for key, _ in selector.select(self.deliver()):
                self.take(key.data)


if __name__ == "__main__":
    Line(*sys.argv[1:3]).run()
