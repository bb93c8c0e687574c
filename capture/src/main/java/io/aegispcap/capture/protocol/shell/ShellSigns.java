package io.aegispcap.capture.protocol.shell;

import io.aegispcap.capture.protocol.Bytes;
import java.util.regex.Pattern;

/// By what shells and their users are known: greetings, prompts, the output of what everybody asks
/// first, and those first commands.
final class ShellSigns {
  private static final int LONGEST = 2_048;

  /// At the end of what was said.
  private static final String A_PROMPT =
      "(?:(?:ba|a|z)?sh-\\d[\\d.]{0,8}[$#] ?|[$#] |/ # "
          + "|[\\w.-]{1,32}@[\\w.-]{1,64}:[~/][^\\n]{0,80}[$#] ?"
          + "|(?:PS )?[A-Z]:\\\\[^\\r\\n>]{0,200}> ?)$";

  /// A shell that is awaited says one of these, or its prompt.
  private static final Pattern GREETING =
      Pattern.compile(
          "^[\\r\\n]{0,4}(?:Microsoft Windows \\[Version \\d|Windows PowerShell[\\r\\n]"
              + "|(?:/bin/)?(?:ba|da|a|z)?sh: (?:\\d: )?(?:cannot set terminal process group"
              + "|no job control|can't access tty)"
              + "|uid=\\d{1,10}\\([^)\\n]{1,64}\\) gid=\\d|Linux [^ \\n]{1,64} \\d{1,2}\\.\\d{1,3}\\.)");

  /// Nothing but a prompt.
  private static final Pattern PROMPT = Pattern.compile("^[\\r\\n]{0,4}" + A_PROMPT);

  private static final Pattern OUTPUT =
      Pattern.compile(
          "uid=\\d{1,10}\\([^)\\n]{1,64}\\) gid=\\d|\\[Version \\d{1,2}\\.\\d{1,2}\\.\\d{1,6}"
              + "|no job control|can't access tty|(?:^|\\n)root:x:0:0:"
              + "|(?:^|\\n)Linux [^ \\n]{1,64} \\d{1,2}\\.\\d{1,3}\\."
              + "|(?:^|\\n)sh: \\d{1,6}: [^\\n]{1,80}: not found|: command not found[\\r\\n]"
              + "|is not recognized as an internal or external command"
              + "|(?:^|\\n)"
              + A_PROMPT);

  /// What is asked first, whole lines only.
  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:id|whoami(?: /(?:all|priv|groups))?|uname -[ar]|cat /etc/(?:passwd|shadow|issue)|ls -la?(?: [^\\r\\n]{1,80})?"
              + "|ipconfig(?: /all)?|ifconfig|ip (?:a|addr|r|route)|systeminfo|net (?:user|localgroup|view)[^\\r\\n]{0,80}"
              + "|sudo -l|ps (?:aux|-ef)|tasklist|pwd|hostname)\\r?\\n");

  /// Of them, those that no line protocol has for a first line.
  private static final Pattern FIRST_COMMAND =
      Pattern.compile(
          "^(?:id|whoami(?: /(?:all|priv|groups))?|uname -[ar]|cat /etc/(?:passwd|shadow)|ls -la?|ipconfig(?: /all)?|systeminfo"
              + "|sudo -l|ps (?:aux|-ef))\\r?\\n");

  private ShellSigns() {}

  static boolean begins(Bytes first) {
    if (first.length() < 2 || !mayBegin(first.u8(0))) {
      return false;
    }
    String text = text(first);
    return GREETING.matcher(text).find()
        || PROMPT.matcher(text).find()
        || FIRST_COMMAND.matcher(text).find();
  }

  /// Printable, or the end of a line: anything else is told at once.
  private static boolean mayBegin(int c) {
    return c >= ' ' && c <= '~' || c == '\r' || c == '\n';
  }

  /// Whether it is, in part, what a shell writes.
  static boolean isOutput(String text) {
    return OUTPUT.matcher(text).find();
  }

  static boolean isCommand(String text) {
    return COMMAND.matcher(text).find();
  }

  /// The beginning, as ISO 8859-1.
  static String text(Bytes data) {
    return data.latin1(0, Math.min(data.length(), LONGEST));
  }
}
