package io.aegispcap.platform.backup.file;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.spi.ToolProvider;

/// Runs commands as `aegis` does.
final class Tool {

  private Tool() {}

  /// What a command answered.
  record Said(int status, String text) {}

  static Said run(String name, String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int status = ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments);
    return new Said(status, said.toString());
  }
}
