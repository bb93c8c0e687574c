package io.aegispcap.capture.protocol.iec104;

import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.Vocabulary;
import java.util.Map;

/// Types of information (IEC 60870-5-101 7.2.1.1, IEC 60870-5-104 6), with marks above them for a
/// selection before the command, and for one that is taken back. Control functions follow from
/// 0x1000.
enum Iec104Words implements Vocabulary {
  IEC104;

  static final long NO_UNIT = -1;
  static final int CONTROL = 0x1000;
  static final int SELECTED = 0x100;
  static final int DEACTIVATED = 0x200;
  static final int NEGATIVE = 1;
  static final int END_OF_INITIALISATION = 70;
  static final int READ = 102;

  /// @param size bytes of an object after its address
  private record Type(String name, int size) {}

  private static final Map<Integer, Type> TYPES =
      Map.ofEntries(
          type(1, "M_SP_NA_1", 1),
          type(3, "M_DP_NA_1", 1),
          type(5, "M_ST_NA_1", 2),
          type(7, "M_BO_NA_1", 5),
          type(9, "M_ME_NA_1", 3),
          type(11, "M_ME_NB_1", 3),
          type(13, "M_ME_NC_1", 5),
          type(15, "M_IT_NA_1", 5),
          type(20, "M_PS_NA_1", 5),
          type(21, "M_ME_ND_1", 2),
          type(30, "M_SP_TB_1", 8),
          type(31, "M_DP_TB_1", 8),
          type(32, "M_ST_TB_1", 9),
          type(33, "M_BO_TB_1", 12),
          type(34, "M_ME_TD_1", 10),
          type(35, "M_ME_TE_1", 10),
          type(36, "M_ME_TF_1", 12),
          type(37, "M_IT_TB_1", 12),
          type(38, "M_EP_TD_1", 10),
          type(39, "M_EP_TE_1", 11),
          type(40, "M_EP_TF_1", 11),
          type(45, "C_SC_NA_1", 1),
          type(46, "C_DC_NA_1", 1),
          type(47, "C_RC_NA_1", 1),
          type(48, "C_SE_NA_1", 3),
          type(49, "C_SE_NB_1", 3),
          type(50, "C_SE_NC_1", 5),
          type(51, "C_BO_NA_1", 4),
          type(58, "C_SC_TA_1", 8),
          type(59, "C_DC_TA_1", 8),
          type(60, "C_RC_TA_1", 8),
          type(61, "C_SE_TA_1", 10),
          type(62, "C_SE_TB_1", 10),
          type(63, "C_SE_TC_1", 12),
          type(64, "C_BO_TA_1", 11),
          type(END_OF_INITIALISATION, "M_EI_NA_1", 1),
          type(100, "C_IC_NA_1", 1),
          type(101, "C_CI_NA_1", 1),
          type(READ, "C_RD_NA_1", 0),
          type(103, "C_CS_NA_1", 7),
          type(104, "C_TS_NA_1", 2),
          type(105, "C_RP_NA_1", 1),
          type(106, "C_CD_NA_1", 2),
          type(107, "C_TS_TA_1", 9),
          type(110, "P_ME_NA_1", 3),
          type(111, "P_ME_NB_1", 3),
          type(112, "P_ME_NC_1", 5),
          type(113, "P_AC_NA_1", 1));

  private static Map.Entry<Integer, Type> type(int number, String name, int size) {
    return Map.entry(number, new Type(name, size));
  }

  /// Bytes of an object after its address; -1 when the type is not known.
  static int size(int type) {
    Type known = TYPES.get(type);
    return known == null ? -1 : known.size;
  }

  static boolean isCommand(int type) {
    return type >= 45 && type != END_OF_INITIALISATION && type < 127;
  }

  static boolean isAboutAll(int type) {
    return type >= 100 && type <= 107 && type != READ;
  }

  /// Where in an object the byte stands whose highest bit tells selection; -1 when none does.
  static int qualifier(int type) {
    return switch (type) {
      case 45, 46, 47, 58, 59, 60 -> 0;
      case 48, 49, 61, 62 -> 2;
      case 50, 63 -> 4;
      default -> -1;
    };
  }

  @Override
  public String unit(long unit) {
    return unit == NO_UNIT ? "" : Long.toString(unit);
  }

  @Override
  public String function(int function) {
    if (function >= CONTROL) {
      return switch (function - CONTROL) {
        case 0x04 -> "startdt";
        case 0x10 -> "stopdt";
        default -> "testfr";
      };
    }
    Type known = TYPES.get(function & 0xff);
    String name = known == null ? "type_" + (function & 0xff) : known.name;
    if ((function & DEACTIVATED) != 0) {
      return name + "_deactivate";
    }
    return (function & SELECTED) != 0 ? name + "_select" : name;
  }

  @Override
  public ControlAction action(int function) {
    if (function >= CONTROL || (function & SELECTED) != 0) {
      return ControlAction.SESSION;
    }
    if ((function & DEACTIVATED) != 0) {
      return ControlAction.OTHER;
    }
    if (!isCommand(function)) {
      return ControlAction.REPORT;
    }
    return switch (function) {
      case 100, 101, READ -> ControlAction.READ;
      case 103 -> ControlAction.CLOCK;
      case 104, 106, 107 -> ControlAction.SESSION;
      case 105 -> ControlAction.RESTART;
      case 110, 111, 112, 113 -> ControlAction.WRITE;
      default -> {
        if (function >= 120) {
          yield ControlAction.FILE;
        }
        yield function <= 64 ? ControlAction.WRITE : ControlAction.OTHER;
      }
    };
  }

  @Override
  public String error(int code) {
    return switch (code) {
      case NEGATIVE -> "negative";
      case 44 -> "unknown_type";
      case 45 -> "unknown_cause";
      case 46 -> "unknown_common_address";
      case 47 -> "unknown_object_address";
      default -> "cause_" + code;
    };
  }
}
