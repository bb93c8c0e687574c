package io.aegispcap.capture.protocol.modbus;

import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.Vocabulary;

/// Functions by number (Application Protocol 1.1b3 6), exceptions (7); those of function 90, with
/// which Schneider's tools program controllers, as published by Martín Liras (UMAS), where upload
/// is towards the controller. A function is its number, and above that what tells those apart that
/// share it.
enum ModbusWords implements Vocabulary {
  MODBUS;

  static final int DIAGNOSTICS = 8;
  static final int ENCAPSULATED = 43;
  static final int UMAS = 90;

  @Override
  public String unit(long unit) {
    return Long.toString(unit);
  }

  @Override
  public String function(int function) {
    int number = function & 0xff;
    int detail = function >>> 8;
    return switch (number) {
      case 1 -> "read_coils";
      case 2 -> "read_discrete_inputs";
      case 3 -> "read_holding_registers";
      case 4 -> "read_input_registers";
      case 5 -> "write_single_coil";
      case 6 -> "write_single_register";
      case 7 -> "read_exception_status";
      case DIAGNOSTICS -> "diagnostics_" + diagnostic(detail);
      case 11 -> "get_comm_event_counter";
      case 12 -> "get_comm_event_log";
      case 15 -> "write_multiple_coils";
      case 16 -> "write_multiple_registers";
      case 17 -> "report_server_id";
      case 20 -> "read_file_record";
      case 21 -> "write_file_record";
      case 22 -> "mask_write_register";
      case 23 -> "read_write_multiple_registers";
      case 24 -> "read_fifo_queue";
      case ENCAPSULATED ->
          detail == 14 ? "read_device_identification" : "encapsulated_interface_" + detail;
      case UMAS -> "umas_" + umas(detail);
      default -> "function_" + number;
    };
  }

  private static String diagnostic(int detail) {
    return switch (detail) {
      case 0 -> "return_query_data";
      case 1 -> "restart_communications";
      case 2 -> "return_register";
      case 4 -> "force_listen_only";
      case 10 -> "clear_counters";
      default -> Integer.toString(detail);
    };
  }

  private static String umas(int code) {
    return switch (code) {
      case 0x01 -> "init";
      case 0x02 -> "read_id";
      case 0x03 -> "read_project_info";
      case 0x04 -> "read_plc_info";
      case 0x06 -> "read_card_info";
      case 0x0a -> "repeat";
      case 0x10 -> "take_reservation";
      case 0x11 -> "release_reservation";
      case 0x12 -> "keep_alive";
      case 0x20 -> "read_memory_block";
      case 0x22 -> "read_variables";
      case 0x23 -> "write_variables";
      case 0x24 -> "read_coils_registers";
      case 0x25 -> "write_coils_registers";
      case 0x30 -> "initialize_upload";
      case 0x31 -> "upload_block";
      case 0x32 -> "end_upload";
      case 0x33 -> "initialize_download";
      case 0x34 -> "download_block";
      case 0x35 -> "end_download";
      case 0x40 -> "start_plc";
      case 0x41 -> "stop_plc";
      default -> Integer.toString(code);
    };
  }

  @Override
  public ControlAction action(int function) {
    int detail = function >>> 8;
    return switch (function & 0xff) {
      case 1, 2, 3, 4, 7, 11, 12, 20, 24 -> ControlAction.READ;
      case 5, 6, 15, 16, 21, 22, 23 -> ControlAction.WRITE;
      case 17 -> ControlAction.IDENTIFY;
      case DIAGNOSTICS ->
          switch (detail) {
            case 1 -> ControlAction.RESTART;
            case 4 -> ControlAction.SILENCE;
            default -> ControlAction.OTHER;
          };
      case ENCAPSULATED -> detail == 14 ? ControlAction.IDENTIFY : ControlAction.OTHER;
      case UMAS -> umasAction(detail);
      default -> ControlAction.OTHER;
    };
  }

  private static ControlAction umasAction(int code) {
    return switch (code) {
      case 0x02, 0x03, 0x04, 0x06 -> ControlAction.IDENTIFY;
      case 0x01, 0x0a, 0x10, 0x11, 0x12 -> ControlAction.SESSION;
      case 0x20, 0x22, 0x24 -> ControlAction.READ;
      case 0x23, 0x25 -> ControlAction.WRITE;
      case 0x30, 0x31, 0x32 -> ControlAction.DOWNLOAD;
      case 0x33, 0x34, 0x35 -> ControlAction.UPLOAD;
      case 0x40 -> ControlAction.START;
      case 0x41 -> ControlAction.STOP;
      default -> ControlAction.OTHER;
    };
  }

  @Override
  public String error(int code) {
    return switch (code) {
      case 1 -> "illegal_function";
      case 2 -> "illegal_data_address";
      case 3 -> "illegal_data_value";
      case 4 -> "server_device_failure";
      case 5 -> "acknowledge";
      case 6 -> "server_device_busy";
      case 8 -> "memory_parity_error";
      case 10 -> "gateway_path_unavailable";
      case 11 -> "gateway_target_failed_to_respond";
      default -> "exception_" + code;
    };
  }
}
