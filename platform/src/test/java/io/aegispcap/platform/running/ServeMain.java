package io.aegispcap.platform.running;

import io.aegispcap.platform.Serve;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// `aegis serve`, without the command line.
final class ServeMain {

  private ServeMain() {}

  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(new Serve().run(out, err, arguments));
  }
}
