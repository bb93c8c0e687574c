package io.aegispcap.capture.protocol.dnp3;

import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.FunctionTally;
import io.aegispcap.capture.protocol.control.Vocabulary;

/// Function codes of IEEE 1815 table 4-4. A write also has the group of its first object above
/// them, as it tells what it is for; functions of the link follow from 0x10000. That a master
/// switches unsolicited responses off is part of how each talk begins.
enum Dnp3Words implements Vocabulary {
  DNP3;

  static final int RESPONSE = 129;
  static final int UNSOLICITED = 130;
  static final int LINK = 0x10000;

  private static final int CONFIRM = 0;
  private static final int WRITE = 2;
  private static final int TIME = 50;
  private static final int INDICATIONS = 80;
  private static final int LINK_NOT_SUPPORTED = 15;
  private static final int LINK_NACK = 1;

  private static final String[] FUNCTIONS = {
    "confirm",
    "read",
    "write",
    "select",
    "operate",
    "direct_operate",
    "direct_operate_no_ack",
    "freeze",
    "freeze_no_ack",
    "freeze_clear",
    "freeze_clear_no_ack",
    "freeze_at_time",
    "freeze_at_time_no_ack",
    "cold_restart",
    "warm_restart",
    "initialize_data",
    "initialize_application",
    "start_application",
    "stop_application",
    "save_configuration",
    "enable_unsolicited",
    "disable_unsolicited",
    "assign_class",
    "delay_measurement",
    "record_current_time",
    "open_file",
    "close_file",
    "delete_file",
    "get_file_info",
    "authenticate_file",
    "abort_file",
    "activate_configuration",
    "authenticate_request",
    "authenticate_request_no_ack"
  };

  static long unit(long master, long outstation) {
    return master << 16 | outstation;
  }

  static int code(int function, int group) {
    return function == WRITE ? function | group << 8 : function;
  }

  static boolean isAnswered(int function) {
    return switch (function) {
      case CONFIRM, 6, 8, 10, 12, 33 -> false;
      default -> true;
    };
  }

  /// Whether the points are told of: those that are not merely read.
  static boolean names(int function) {
    return function >= WRITE;
  }

  static int linkError(int function) {
    return function == LINK_NACK || function >= 14 ? LINK | function : FunctionTally.OK;
  }

  @Override
  public String unit(long unit) {
    return (unit >> 16) + "-" + (unit & 0xffff);
  }

  @Override
  public String function(int function) {
    if (function >= LINK) {
      return switch (function - LINK) {
        case 0 -> "reset_link";
        case 2 -> "test_link";
        case 9 -> "request_link_status";
        default -> "link_" + (function - LINK);
      };
    }
    int code = function & 0xff;
    if (code == RESPONSE || code == UNSOLICITED) {
      return code == RESPONSE ? "response" : "unsolicited_response";
    }
    return code < FUNCTIONS.length ? FUNCTIONS[code] : "function_" + code;
  }

  @Override
  public ControlAction action(int function) {
    if (function >= LINK) {
      return ControlAction.SESSION;
    }
    return switch (function & 0xff) {
      case 0, 3, 7, 8, 11, 12, 20, 21, 22, 23, 32, 33 -> ControlAction.SESSION;
      case 1 -> ControlAction.READ;
      case WRITE ->
          switch (function >>> 8) {
            case TIME -> ControlAction.CLOCK;
            case INDICATIONS -> ControlAction.SESSION;
            default -> ControlAction.WRITE;
          };
      case 4, 5, 6, 9, 10 -> ControlAction.WRITE;
      case 13, 14, 15, 16 -> ControlAction.RESTART;
      case 17 -> ControlAction.START;
      case 18 -> ControlAction.STOP;
      case 19, 31 -> ControlAction.DOWNLOAD;
      case 24 -> ControlAction.CLOCK;
      case 25, 26, 27, 28, 29, 30 -> ControlAction.FILE;
      case RESPONSE, UNSOLICITED -> ControlAction.REPORT;
      default -> ControlAction.OTHER;
    };
  }

  @Override
  public String error(int code) {
    if (code >= LINK) {
      return code - LINK == LINK_NOT_SUPPORTED ? "link_not_supported" : "link_refused";
    }
    if ((code & 1) != 0) {
      return "function_not_supported";
    }
    return (code & 2) != 0 ? "object_unknown" : "parameter_error";
  }
}
