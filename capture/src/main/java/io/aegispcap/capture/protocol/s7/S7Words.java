package io.aegispcap.capture.protocol.s7;

import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.Vocabulary;

/// Functions of S7comm as Wireshark's dissector names them. Jobs have their own number; services of
/// the program (PI) follow from 0x100, userdata from 0x1000 by group and subfunction.
enum S7Words implements Vocabulary {
  S7;

  static final long NO_UNIT = -1;
  static final int PUSH = 0x2000;

  private static final int SERVICES = 0x100;
  private static final int USERDATA = 0x1000;
  private static final int IDENTIFIES = 0x800;
  private static final int CPU = 4;
  private static final int CLOCK = 7;

  /// PI services with a number of their own.
  private enum Service {
    OTHER("", ControlAction.OTHER),
    PROGRAM("P_PROGRAM", ControlAction.START),
    INSERT("_INSE", ControlAction.DOWNLOAD),
    DELETE("_DELE", ControlAction.ERASE),
    COMPRESS("_GARB", ControlAction.OTHER),
    COPY("_MODU", ControlAction.DOWNLOAD);

    private final String label;
    private final ControlAction action;

    Service(String label, ControlAction action) {
      this.label = label;
      this.action = action;
    }
  }

  static int service(String name) {
    for (Service service : Service.values()) {
      if (service.label.equals(name)) {
        return SERVICES + service.ordinal();
      }
    }
    return SERVICES;
  }

  static int userdata(int group, int subfunction, boolean identifies) {
    boolean list = group == CPU && subfunction == 1 && identifies;
    return USERDATA | group << 8 & 0x700 | subfunction | (list ? IDENTIFIES : 0);
  }

  /// The TSAP's second byte holds rack and slot.
  @Override
  public String unit(long unit) {
    return unit == NO_UNIT ? "" : "rack " + (unit >> 5 & 7) + " slot " + (unit & 31);
  }

  @Override
  public String function(int function) {
    if (function == PUSH) {
      return "push";
    }
    if (function >= USERDATA) {
      return userdataName(function >> 8 & 7, function & 0xff);
    }
    if (function >= SERVICES) {
      return switch (Service.values()[function - SERVICES]) {
        case OTHER -> "pi_service";
        case PROGRAM -> "plc_start";
        case INSERT -> "insert_block";
        case DELETE -> "delete_block";
        case COMPRESS -> "compress_memory";
        case COPY -> "copy_ram_to_rom";
      };
    }
    return switch (function) {
      case 0x00 -> "cpu_services";
      case 0x04 -> "read_var";
      case 0x05 -> "write_var";
      case 0x1a -> "request_download";
      case 0x1b -> "download_block";
      case 0x1c -> "download_ended";
      case 0x1d -> "start_upload";
      case 0x1e -> "upload";
      case 0x1f -> "end_upload";
      case 0x29 -> "plc_stop";
      case 0xf0 -> "setup_communication";
      default -> "function_" + function;
    };
  }

  private static String userdataName(int group, int subfunction) {
    return switch (group) {
      case 1 -> "programmer_" + subfunction;
      case 2 -> "cyclic_data_" + subfunction;
      case 3 ->
          switch (subfunction) {
            case 1 -> "list_blocks";
            case 2 -> "list_blocks_of_type";
            case 3 -> "get_block_info";
            default -> "block_" + subfunction;
          };
      case CPU -> subfunction == 1 ? "read_szl" : "cpu_" + subfunction;
      case 5 -> subfunction == 1 ? "plc_password" : "security_" + subfunction;
      case CLOCK ->
          switch (subfunction) {
            case 1, 3 -> "read_clock";
            case 2, 4 -> "set_clock";
            default -> "time_" + subfunction;
          };
      default -> "userdata_" + group + "_" + subfunction;
    };
  }

  @Override
  public ControlAction action(int function) {
    if (function == PUSH) {
      return ControlAction.REPORT;
    }
    if (function >= USERDATA) {
      return userdataAction(function);
    }
    if (function >= SERVICES) {
      return Service.values()[function - SERVICES].action;
    }
    return switch (function) {
      case 0x00, 0xf0 -> ControlAction.SESSION;
      case 0x04 -> ControlAction.READ;
      case 0x05 -> ControlAction.WRITE;
      case 0x1a, 0x1b, 0x1c -> ControlAction.DOWNLOAD;
      case 0x1d, 0x1e, 0x1f -> ControlAction.UPLOAD;
      case 0x29 -> ControlAction.STOP;
      default -> ControlAction.OTHER;
    };
  }

  private static ControlAction userdataAction(int function) {
    int subfunction = function & 0xff;
    return switch (function >> 8 & 7) {
      case 2, 3 -> ControlAction.READ;
      case CPU -> (function & IDENTIFIES) != 0 ? ControlAction.IDENTIFY : ControlAction.READ;
      case CLOCK -> subfunction == 2 || subfunction == 4 ? ControlAction.CLOCK : ControlAction.READ;
      default -> ControlAction.OTHER;
    };
  }

  /// Class and code of the header's error, or a userdata error.
  @Override
  public String error(int code) {
    return "0x%04x".formatted(code);
  }
}
