package io.aegispcap.capture.protocol.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The interfaces that have names here, and their operations, from `interfaces.txt`. Sources: the
/// Open Specifications of Microsoft, such as MS-SCMR for `SVCCTL` and MS-DRSR for `DRSUAPI`.
final class RpcInterfaces {
  private static final String FILE = "interfaces.txt";
  private static final Map<String, RpcInterfaces> BY_ID = read();

  private final String name;
  private final Map<Integer, String> operations;

  private RpcInterfaces(String name, Map<Integer, String> operations) {
    this.name = name;
    this.operations = operations;
  }

  /// @param id UUID in lower case
  /// @return empty when it has none
  static String name(String id) {
    RpcInterfaces known = BY_ID.get(id);
    return known == null ? "" : known.name;
  }

  /// @return empty when it has none
  static String operation(String id, int opnum) {
    RpcInterfaces known = BY_ID.get(id);
    return known == null ? "" : known.operations.getOrDefault(opnum, "");
  }

  private static Map<String, RpcInterfaces> read() {
    try (InputStream file =
            Objects.requireNonNull(RpcInterfaces.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      return read(lines);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Lines of `uuid name` begin an interface, `= uuid` gives it the operations of another, and
  /// `opnum operation` adds one.
  private static Map<String, RpcInterfaces> read(BufferedReader lines) throws IOException {
    Map<String, RpcInterfaces> all = new HashMap<>();
    @Nullable RpcInterfaces current = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int space = line.indexOf(' ');
      String first = line.substring(0, space);
      String rest = line.substring(space + 1);
      if (first.length() == 36) {
        current = new RpcInterfaces(rest, new HashMap<>());
        all.put(first, current);
      } else if (current != null && first.equals("=")) {
        current.operations.putAll(Objects.requireNonNull(all.get(rest), rest).operations);
      } else if (current != null) {
        current.operations.put(Integer.valueOf(first), rest);
      }
    }
    return all;
  }
}
