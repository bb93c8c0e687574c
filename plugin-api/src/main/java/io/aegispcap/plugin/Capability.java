package io.aegispcap.plugin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that a plugin may see or do once it was granted; by default it may nothing.
///
/// @param kind what it is
/// @param argument host name of [Kind#HTTP], number of bytes of [Kind#STORE], else empty
public record Capability(Kind kind, String argument) implements Comparable<Capability> {
  /// The most that a store may hold: 1 MiB.
  public static final int MAX_STORE = 1 << 20;

  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  /// The kinds, with what they let a plugin do.
  public enum Kind {
    READ_FLOWS("read:flows", "sees flows: times, ports, protocol, packets and bytes"),
    READ_ADDRESSES("read:addresses", "sees IP and MAC addresses; without it hosts are numbered"),
    READ_NAMES("read:names", "sees names, paths and users that conversations mention"),
    READ_FEATURES("read:features", "sees the features of flows"),
    READ_PREDICTIONS("read:predictions", "sees predictions and intelligence hits"),
    READ_PAYLOAD_FACTS("read:payload-facts", "sees what protocols said, but no names"),
    WRITE_FINDINGS("write:findings", "raises alerts"),
    WRITE_FEATURES("write:features", "adds features and annotations to flows"),
    WRITE_METRICS("write:metrics", "publishes metrics"),
    WRITE_VISUALIZATIONS("write:visualizations", "adds charts to dashboard and reports"),
    HTTP("http", "sends alerts to this host over HTTPS"),
    STORE("store", "keeps so many bytes from run to run");

    private final String label;
    private final String meaning;

    Kind(String label, String meaning) {
      this.label = label;
      this.meaning = meaning;
    }

    /// As manifests write it; `http` and `store` are followed by a colon and their argument.
    public String label() {
      return label;
    }

    /// What it lets a plugin do, after "it".
    public String meaning() {
      return meaning;
    }
  }

  /// @param text such as `read:flows`, `http:hooks.example.org`, `store:64KiB`
  /// @return empty when it is none
  public static Optional<Capability> of(String text) {
    if (text.startsWith("http:")) {
      String host = text.substring("http:".length()).toLowerCase(Locale.ROOT);
      return HOST.matcher(host).matches()
          ? Optional.of(new Capability(Kind.HTTP, host))
          : Optional.empty();
    }
    if (text.startsWith("store:")) {
      return bytes(text.substring("store:".length()))
          .map(size -> new Capability(Kind.STORE, Integer.toString(size)));
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.HTTP && kind != Kind.STORE && kind.label.equals(text))
        .map(kind -> new Capability(kind, ""))
        .findFirst();
  }

  /// @param kind one without an argument
  public static Capability of(Kind kind) {
    return new Capability(kind, "");
  }

  private static Optional<Integer> bytes(String size) {
    boolean kibi = size.endsWith("KiB");
    String digits = kibi ? size.substring(0, size.length() - 3) : size;
    if (!digits.matches("[1-9][0-9]{0,6}")) {
      return Optional.empty();
    }
    long bytes = Long.parseLong(digits) * (kibi ? 1024 : 1);
    return bytes <= MAX_STORE ? Optional.of((int) bytes) : Optional.empty();
  }

  @Override
  public int compareTo(Capability other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : argument.compareTo(other.argument);
  }

  /// As manifests write it.
  @Override
  public String toString() {
    return argument.isEmpty() ? kind.label : kind.label + ":" + argument;
  }
}
