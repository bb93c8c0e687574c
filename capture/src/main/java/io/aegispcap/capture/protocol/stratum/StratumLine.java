package io.aegispcap.capture.protocol.stratum;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Recognition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of JSON, of which a few members are looked up without reading all of it.
final class StratumLine {
  private static final int LONGEST = 1_024;
  private static final Pattern METHOD =
      Pattern.compile("\"method\"\\s{0,4}:\\s{0,4}\"([A-Za-z_.]{1,64})\"");
  private static final Pattern AGENT =
      Pattern.compile("\"agent\"\\s{0,4}:\\s{0,4}\"([^\"]{1,128})\"");
  private static final Pattern LOGIN =
      Pattern.compile("\"login\"\\s{0,4}:\\s{0,4}\"([^\"]{1,200})\"");
  private static final Pattern FIRST_PARAMETER =
      Pattern.compile("\"params\"\\s{0,4}:\\s{0,4}\\[\\s{0,4}\"([^\"]{1,200})\"");

  private StratumLine() {}

  /// The method of a call that only miners make; `login` needs what XMRig sends with it.
  static Recognition recognise(Bytes first) {
    if (first.length() > 0 && first.u8(0) != '{') {
      return Recognition.NO;
    }
    String text = first.latin1(0, Math.min(first.length(), LONGEST));
    String method = method(text);
    boolean mining =
        method.startsWith("mining.")
            || method.startsWith("eth_submit")
            || method.equals("eth_getWork")
            || method.equals("login") && text.contains("\"pass\"") && text.contains("\"login\"");
    if (mining) {
      return Recognition.YES;
    }
    boolean unfinished = first.length() < LONGEST && text.indexOf('\n') < 0;
    return unfinished ? Recognition.MORE : Recognition.NO;
  }

  static String method(String line) {
    return found(METHOD, line);
  }

  static String agent(String line) {
    String agent = found(AGENT, line);
    boolean subscribes = agent.isEmpty() && method(line).equals("mining.subscribe");
    return subscribes ? found(FIRST_PARAMETER, line) : agent;
  }

  /// The worker or wallet that is to be paid.
  static String worker(String line) {
    String method = method(line);
    return switch (method) {
      case "login" -> found(LOGIN, line);
      case "mining.authorize", "eth_submitLogin" -> found(FIRST_PARAMETER, line);
      default -> "";
    };
  }

  private static String found(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }
}
