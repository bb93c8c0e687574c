"""Single requests to a controller that mbpoll doesn't make.

Usage: ask.py identify ADDRESS | restart ADDRESS | silence ADDRESS | sweep ADDRESS
"""

import sys

from pymodbus.client import ModbusTcpClient
from pymodbus.diag_message import ForceListenOnlyModeRequest, RestartCommunicationsOptionRequest
from pymodbus.exceptions import ModbusException
from pymodbus.mei_message import ReadDeviceInformationRequest


def identify(line):
    return line.execute(ReadDeviceInformationRequest(read_code=1, object_id=0, unit=1))


def restart(line):
    return line.execute(RestartCommunicationsOptionRequest(unit=1))


def silence(line):
    return line.execute(ForceListenOnlyModeRequest(unit=1))


def sweep(line):
    """Asks each unit from 1 to 40 for a register; a gateway knows only a few."""
    found = []
    for unit in range(1, 41):
        answer = line.read_holding_registers(0, 1, slave=unit)
        if not answer.isError():
            found.append(unit)
    return found


if __name__ == "__main__":
    action = {"identify": identify, "restart": restart, "silence": silence, "sweep": sweep}[sys.argv[1]]
    connection = ModbusTcpClient(sys.argv[2], timeout=1, retries=0)
    connection.connect()
    try:
        print(action(connection))
    except ModbusException as reason:
        print("no answer:", reason)
    connection.close()
