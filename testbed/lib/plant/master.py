"""Polls controllers by Modbus/TCP all day and now and then sets a set point or a pump, as it is told.

Keeps one connection to each, asks all of them once a second, and prints what it reads.
Usage: master.py ADDRESS:UNIT...
"""

import random
import sys
import time

from pymodbus.client import ModbusTcpClient


def poll(lines, units):
    for address, unit in units:
        line = lines[address]
        registers = line.read_holding_registers(0, 8, slave=unit)
        line.read_coils(0, 8, slave=unit)
        line.read_input_registers(0, 4, slave=unit)
        if not registers.isError():
            print(address, unit, *registers.registers, flush=True)


def regulate(lines, units, turn):
    address, unit = random.choice(units)
    lines[address].write_register(8 + turn % 4, random.randint(400, 600), slave=unit)
    if turn % 3 == 0:
        lines[address].write_coil(turn % 8, bool(turn % 2), slave=unit)


def main(targets):
    units = [(target.split(":")[0], int(target.split(":")[1])) for target in targets]
    lines = {address: ModbusTcpClient(address) for address, _ in units}
    for line in lines.values():
        line.connect()
    turn = 0
    while True:
        begun = time.monotonic()
        poll(lines, units)
        turn += 1
        if turn % 10 == 0:
            regulate(lines, units, turn)
        time.sleep(max(0.0, 1 - (time.monotonic() - begun)))


if __name__ == "__main__":
    main(sys.argv[1:])
