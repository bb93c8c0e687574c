"""A simulated controller: tanks and pumps behind Modbus/TCP, made of pymodbus.

Registers 0 to 7 hold measured values that drift, 8 to 15 set points, coils 0 to 7 pumps. Number 3
has two units. Usage: controller.py NUMBER
"""

import random
import sys
import threading
import time

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.device import ModbusDeviceIdentification
from pymodbus.server import StartTcpServer

HOLDING = 3


def unit(seed):
    values = [400 + seed * 37 + i * 11 for i in range(100)]
    return ModbusSlaveContext(
        di=ModbusSequentialDataBlock(0, [0, 1] * 8), co=ModbusSequentialDataBlock(0, [1, 0] * 8),
        hr=ModbusSequentialDataBlock(0, values), ir=ModbusSequentialDataBlock(0, values),
        zero_mode=True)


def drift(units):
    while True:
        for one in units:
            now = one.getValues(HOLDING, 0, 8)
            one.setValues(HOLDING, 0, [max(0, value + random.randint(-2, 2)) for value in now])
        time.sleep(0.5)


def main(number):
    units = {i: unit(number * 10 + i) for i in ((1, 2) if number == 3 else (1,))}
    threading.Thread(target=drift, args=(list(units.values()),), daemon=True).start()
    identity = ModbusDeviceIdentification(info_name={
        "VendorName": "Example Controls", "ProductCode": "EC-%d" % number,
        "MajorMinorRevision": "2.1", "ProductName": "Tank controller"})
    StartTcpServer(context=ModbusServerContext(slaves=units, single=False), identity=identity, address=("", 502))


if __name__ == "__main__":
    main(int(sys.argv[1]))
