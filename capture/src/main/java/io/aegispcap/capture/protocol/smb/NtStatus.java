package io.aegispcap.capture.protocol.smb;

/// Those status codes of Windows that matter here. Source: MS-ERREF 2.3.
public final class NtStatus {
  public static final long SUCCESS = 0;
  public static final long MORE_PROCESSING_REQUIRED = 0xc000_0016L;
  public static final long PENDING = 0x103;

  /// No answer was seen; not a code of Windows.
  public static final long UNANSWERED = -1;

  public static final long ACCESS_DENIED = 0xc000_0022L;
  private static final long OBJECT_NAME_NOT_FOUND = 0xc000_0034L;
  private static final long NO_SUCH_USER = 0xc000_0064L;
  private static final long WRONG_PASSWORD = 0xc000_006aL;
  private static final long LOGON_FAILURE = 0xc000_006dL;
  private static final long ACCOUNT_RESTRICTION = 0xc000_006eL;
  private static final long INVALID_LOGON_HOURS = 0xc000_006fL;
  private static final long PASSWORD_EXPIRED = 0xc000_0071L;
  private static final long ACCOUNT_DISABLED = 0xc000_0072L;
  private static final long BAD_NETWORK_NAME = 0xc000_00ccL;
  private static final long LOGON_TYPE_NOT_GRANTED = 0xc000_015bL;
  private static final long INSUFFICIENT_SERVER_RESOURCES = 0xc000_0205L;
  private static final long ACCOUNT_LOCKED_OUT = 0xc000_0234L;

  private NtStatus() {}

  /// Its name without `STATUS_`; eight hexadecimal digits for one without a name here; empty for
  /// [#UNANSWERED].
  public static String name(long status) {
    return switch ((int) status) {
      case (int) SUCCESS -> "SUCCESS";
      case (int) UNANSWERED -> "";
      case (int) ACCESS_DENIED -> "ACCESS_DENIED";
      case (int) OBJECT_NAME_NOT_FOUND -> "OBJECT_NAME_NOT_FOUND";
      case (int) NO_SUCH_USER -> "NO_SUCH_USER";
      case (int) WRONG_PASSWORD -> "WRONG_PASSWORD";
      case (int) LOGON_FAILURE -> "LOGON_FAILURE";
      case (int) ACCOUNT_RESTRICTION -> "ACCOUNT_RESTRICTION";
      case (int) INVALID_LOGON_HOURS -> "INVALID_LOGON_HOURS";
      case (int) PASSWORD_EXPIRED -> "PASSWORD_EXPIRED";
      case (int) ACCOUNT_DISABLED -> "ACCOUNT_DISABLED";
      case (int) BAD_NETWORK_NAME -> "BAD_NETWORK_NAME";
      case (int) LOGON_TYPE_NOT_GRANTED -> "LOGON_TYPE_NOT_GRANTED";
      case (int) INSUFFICIENT_SERVER_RESOURCES -> "INSUFF_SERVER_RESOURCES";
      case (int) ACCOUNT_LOCKED_OUT -> "ACCOUNT_LOCKED_OUT";
      default -> String.format("0x%08x", status);
    };
  }

  /// Whether a server says so to a client that may not in.
  public static boolean isLoginFailure(long status) {
    return status == LOGON_FAILURE
        || status == NO_SUCH_USER
        || status == WRONG_PASSWORD
        || status == ACCOUNT_RESTRICTION
        || status == INVALID_LOGON_HOURS
        || status == PASSWORD_EXPIRED
        || status == ACCOUNT_DISABLED
        || status == LOGON_TYPE_NOT_GRANTED
        || status == ACCOUNT_LOCKED_OUT;
  }

  /// What a server that lacks MS17-010 says to a peek into a pipe that is none.
  public static boolean isOutOfResources(long status) {
    return status == INSUFFICIENT_SERVER_RESOURCES;
  }
}
