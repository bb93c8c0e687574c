package io.aegispcap.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/// What a command is connected to.
///
/// @param in standard input
/// @param out standard output, for bytes
/// @param outIsTerminal whether a person reads standard output
/// @param errIsTerminal whether a person reads standard error
/// @param colours whether colours are welcome on a terminal
/// @param columns width of the terminal
/// @param debug whether faults of our own are told in full
record Console(
    ReadableByteChannel in,
    OutputStream out,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean colours,
    int columns,
    boolean debug) {
  private static final int USUAL_COLUMNS = 100;

  /// The process's own. The launcher says in system properties which streams are terminals, since
  /// Java cannot tell them apart.
  static Console ofProcess() {
    String terminals = System.getProperty("aegis.terminals", "");
    return new Console(
        Channels.newChannel(System.in),
        new FileOutputStream(FileDescriptor.out),
        terminals.contains("out"),
        terminals.contains("err"),
        System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(System.getenv("TERM")),
        Integer.getInteger("aegis.columns", USUAL_COLUMNS),
        !System.getenv().getOrDefault("AEGIS_DEBUG", "").isEmpty());
  }
}
