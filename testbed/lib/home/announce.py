"""Announces a UPnP device by SSDP as televisions do, and answers searches (UPnP 1.1, chapter 1).

Usage: announce.py ADDRESS DEVICE_TYPE PERIOD_SECONDS
"""

import socket
import sys
import time
import uuid

GROUP = ("239.255.255.250", 1900)


def text(first, address, kind, identity, word):
    return ("%s\r\nCACHE-CONTROL: max-age=1800\r\nLOCATION: http://%s:49152/device.xml\r\n"
            "SERVER: Linux/4.9 UPnP/1.0 ExampleDevice/1.0\r\n%s: %s\r\nUSN: uuid:%s::%s\r\n"
            % (first, address, word, kind, identity, kind))


def main(address, device, period):
    identity = uuid.uuid5(uuid.NAMESPACE_DNS, address)
    kinds = ["upnp:rootdevice", "urn:schemas-upnp-org:device:%s:1" % device]
    ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    ear.bind(("", 1900))
    ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP,
                   socket.inet_aton(GROUP[0]) + socket.inet_aton(address))
    ear.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
    ear.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 2)
    due = 0.0
    while True:
        if time.monotonic() >= due:
            due = time.monotonic() + period
            for kind in kinds:
                ear.sendto((text("NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNTS: ssdp:alive",
                                 address, kind, identity, "NT") + "\r\n").encode(), GROUP)
        ear.settimeout(max(0.05, due - time.monotonic()))
        try:
            question, asker = ear.recvfrom(2048)
        except TimeoutError:
            continue
        if question.startswith(b"M-SEARCH") and (b"ssdp:all" in question or b"rootdevice" in question):
            ear.sendto((text("HTTP/1.1 200 OK\r\nEXT:", address, kinds[0], identity, "ST") + "\r\n").encode(), asker)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
