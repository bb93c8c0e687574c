package io.aegispcap.capture.protocol.bacnet;

import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.Vocabulary;

/// Services by number (135 21): those with an answer have their own, those without follow from
/// 0x100, functions of the virtual link from 0x200.
enum BacnetWords implements Vocabulary {
  BACNET;

  static final int UNCONFIRMED = 0x100;
  static final int LINK = 0x200;
  static final int ANY_DEVICE = 0x400;

  private static final int EVERY_NETWORK = 0xffff;

  static final int ERROR = 0x1000000;
  static final int REJECTED = 0x2000000;
  static final int ABORTED = 0x3000000;

  static final int ADD_LIST_ELEMENT = 8;
  static final int REMOVE_LIST_ELEMENT = 9;
  static final int DELETE_OBJECT = 11;
  static final int READ_PROPERTY = 12;
  static final int READ_PROPERTY_MULTIPLE = 14;
  static final int WRITE_PROPERTY = 15;
  static final int WRITE_PROPERTY_MULTIPLE = 16;
  static final int REINITIALIZE = 20;
  static final int I_AM = 0;

  private static final String[] CONFIRMED = {
    "acknowledge_alarm",
    "confirmed_cov_notification",
    "confirmed_event_notification",
    "get_alarm_summary",
    "get_enrollment_summary",
    "subscribe_cov",
    "atomic_read_file",
    "atomic_write_file",
    "add_list_element",
    "remove_list_element",
    "create_object",
    "delete_object",
    "read_property",
    "read_property_conditional",
    "read_property_multiple",
    "write_property",
    "write_property_multiple",
    "device_communication_control",
    "confirmed_private_transfer",
    "confirmed_text_message",
    "reinitialize_device",
    "vt_open",
    "vt_close",
    "vt_data",
    "authenticate",
    "request_key",
    "read_range",
    "life_safety_operation",
    "subscribe_cov_property",
    "get_event_information"
  };

  private static final String[] UNCONFIRMED_NAMES = {
    "i_am",
    "i_have",
    "unconfirmed_cov_notification",
    "unconfirmed_event_notification",
    "unconfirmed_private_transfer",
    "unconfirmed_text_message",
    "time_synchronization",
    "who_has",
    "who_is",
    "utc_time_synchronization",
    "write_group"
  };

  /// Whether devices say so of themselves, unasked or to all.
  static boolean isReport(int unconfirmed) {
    return unconfirmed <= 3;
  }

  /// Those by which a host joins, or changes, how broadcasts travel.
  static boolean isLinkCommand(int function) {
    return switch (function) {
      case 0x01, 0x02, 0x05, 0x06, 0x08 -> true;
      default -> false;
    };
  }

  @Override
  public String unit(long unit) {
    return unit == 0 || unit == EVERY_NETWORK ? "" : "network " + unit;
  }

  @Override
  public String function(int function) {
    int number = function & 0xff;
    if ((function & LINK) != 0) {
      return switch (number) {
        case 0x01 -> "write_broadcast_distribution_table";
        case 0x02 -> "read_broadcast_distribution_table";
        case 0x05 -> "register_foreign_device";
        case 0x06 -> "read_foreign_device_table";
        default -> "delete_foreign_device";
      };
    }
    if ((function & UNCONFIRMED) != 0) {
      return number < UNCONFIRMED_NAMES.length
          ? UNCONFIRMED_NAMES[number]
          : "unconfirmed_" + number;
    }
    return number < CONFIRMED.length ? CONFIRMED[number] : "confirmed_" + number;
  }

  @Override
  public ControlAction action(int function) {
    int number = function & 0xff;
    if ((function & LINK) != 0) {
      return ControlAction.SESSION;
    }
    if ((function & UNCONFIRMED) != 0) {
      return switch (number) {
        case 0, 1, 2, 3 -> ControlAction.REPORT;
        case 6, 9 -> ControlAction.CLOCK;
        case 7, 8 -> ControlAction.IDENTIFY;
        case 10 -> ControlAction.WRITE;
        default -> ControlAction.OTHER;
      };
    }
    if ((function & ANY_DEVICE) != 0) {
      return ControlAction.IDENTIFY;
    }
    return switch (number) {
      case 0, 1, 2, 5, 21, 22, 23, 24, 25, 28 -> ControlAction.SESSION;
      case 3, 4, READ_PROPERTY, 13, READ_PROPERTY_MULTIPLE, 26, 29 -> ControlAction.READ;
      case 6, 7 -> ControlAction.FILE;
      case ADD_LIST_ELEMENT, REMOVE_LIST_ELEMENT, 10, WRITE_PROPERTY, WRITE_PROPERTY_MULTIPLE, 27 ->
          ControlAction.WRITE;
      case DELETE_OBJECT -> ControlAction.ERASE;
      case 17 -> ControlAction.SILENCE;
      case REINITIALIZE -> ControlAction.RESTART;
      default -> ControlAction.OTHER;
    };
  }

  @Override
  public String error(int code) {
    int number = code & 0xff;
    return switch (code & 0xff000000) {
      case REJECTED -> "reject_" + number;
      case ABORTED -> "abort_" + number;
      default -> "error_" + (code >> 8 & 0xff) + "_" + number;
    };
  }
}
