package io.aegispcap.capture.protocol.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Names of cipher suites, as IANA registers them.
public final class CipherSuites {
  private static final Map<Integer, String> NAMES = load();

  private CipherSuites() {}

  /// Its IANA name, or `0x` and four hexadecimal digits.
  public static String name(int number) {
    String name = NAMES.get(number);
    return name != null ? name : "0x" + HexFormat.of().toHexDigits((short) number);
  }

  private static Map<Integer, String> load() {
    InputStream table =
        Objects.requireNonNull(CipherSuites.class.getResourceAsStream("cipher-suites.tsv"));
    try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(
              Collectors.toUnmodifiableMap(
                  columns -> Integer.parseInt(columns[0], 16), columns -> columns[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
