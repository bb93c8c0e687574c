package io.aegispcap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// What a command did in this process.
///
/// @param code exit code
/// @param out standard output
/// @param err standard error
record Run(int code, String out, String err) {
  static Run of(Object... arguments) {
    return with(new byte[0], arguments);
  }

  static Run with(byte[] standardInput, Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i] instanceof Path path ? path.toString() : (String) arguments[i];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter text = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Aegis.commandLine(Consoles.with(standardInput, bytes))
            .setOut(new PrintWriter(text, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Run(code, text + bytes.toString(UTF_8), err.toString());
  }
}
