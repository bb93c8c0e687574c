package io.aegispcap.capture.protocol.bacnet;

import io.aegispcap.capture.protocol.Bytes;

/// Reads the object, and the property, with which the parameters of a service begin (135 20.2.14).
final class BacnetObjects {
  private static final int OBJECT_TAG = 0x0c;
  private static final int I_AM_OBJECT_TAG = 0xc4;
  private static final int PROPERTY_TAG = 0x19;
  private static final int WIDE_PROPERTY_TAG = 0x1a;
  private static final int DEVICE = 8;
  private static final int ANY_INSTANCE = 0x3fffff;
  private static final String[] TYPES = {
    "analog-input",
    "analog-output",
    "analog-value",
    "binary-input",
    "binary-output",
    "binary-value",
    "calendar",
    "command",
    "device",
    "event-enrollment",
    "file",
    "group",
    "loop",
    "multi-state-input",
    "multi-state-output",
    "notification-class",
    "program",
    "schedule",
    "averaging",
    "multi-state-value"
  };

  private BacnetObjects() {}

  /// Such as `analog-output,3 present-value`; empty when the service names none.
  static String target(int service, Bytes parameters) {
    return switch (service) {
      case BacnetWords.WRITE_PROPERTY,
          BacnetWords.WRITE_PROPERTY_MULTIPLE,
          BacnetWords.ADD_LIST_ELEMENT,
          BacnetWords.REMOVE_LIST_ELEMENT,
          BacnetWords.DELETE_OBJECT ->
          object(parameters);
      case BacnetWords.REINITIALIZE -> state(parameters);
      default -> "";
    };
  }

  /// A read of the device that answers whatever its number is: the way to learn it.
  static boolean isAboutAnyDevice(int service, Bytes parameters) {
    return (service == BacnetWords.READ_PROPERTY || service == BacnetWords.READ_PROPERTY_MULTIPLE)
        && parameters.length() >= 5
        && parameters.u8(0) == OBJECT_TAG
        && parameters.u32(1) == ((long) DEVICE << 22 | ANY_INSTANCE);
  }

  static String device(Bytes parameters) {
    return parameters.length() >= 5 && parameters.u8(0) == I_AM_OBJECT_TAG
        ? name(parameters.u32(1))
        : "";
  }

  private static String object(Bytes parameters) {
    if (parameters.length() < 5
        || parameters.u8(0) != OBJECT_TAG && parameters.u8(0) != I_AM_OBJECT_TAG) {
      return "";
    }
    String object = name(parameters.u32(1));
    int property = -1;
    if (parameters.length() >= 7 && parameters.u8(5) == PROPERTY_TAG) {
      property = parameters.u8(6);
    } else if (parameters.length() >= 8 && parameters.u8(5) == WIDE_PROPERTY_TAG) {
      property = parameters.u16(6);
    }
    return switch (property) {
      case -1 -> object;
      case 77 -> object + " object-name";
      case 81 -> object + " out-of-service";
      case 85 -> object + " present-value";
      case 87 -> object + " priority-array";
      default -> object + " property-" + property;
    };
  }

  private static String name(long identifier) {
    int type = (int) (identifier >>> 22);
    String name = type < TYPES.length ? TYPES[type] : "object-" + type;
    return name + "," + (identifier & ANY_INSTANCE);
  }

  /// Of a reinitialisation (135 16.4).
  private static String state(Bytes parameters) {
    if (parameters.length() < 2 || parameters.u8(0) != 0x09) {
      return "";
    }
    return switch (parameters.u8(1)) {
      case 0 -> "coldstart";
      case 1 -> "warmstart";
      case 2 -> "start-backup";
      case 3 -> "end-backup";
      case 4 -> "start-restore";
      case 5 -> "end-restore";
      case 6 -> "abort-restore";
      case 7 -> "activate-changes";
      default -> "state-" + parameters.u8(1);
    };
  }
}
