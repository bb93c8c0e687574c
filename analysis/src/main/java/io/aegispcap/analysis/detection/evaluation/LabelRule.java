package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.capture.packet.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is known of a capture's flows.
///
/// Written as `ALL:x`; `SRC:address:x`, `HOST:address:x`, `ANYPORT:port:x`, `CONN:address:port:x`
/// (matching flows are x, all others benign); `QNAME:a|b:x` (flows that ask for names that end so
/// are x); `CAPTURE:x` (something in it is x). Rules joined by `;else ` are tried in turn: a flow
/// that a rule does not match is what the next one says.
public sealed interface LabelRule {
  /// Of flows that nothing is known about.
  String UNKNOWN = "unknown";

  /// What a flow is: a class, `benign`, or [#UNKNOWN].
  String label(SeenFlow flow);

  /// Whether it says of each flow what it is.
  boolean labelsFlows();

  /// Classes that it speaks of, benign apart.
  Set<String> classes();

  private static Set<String> hostile(String label) {
    return label.equals(LabelledCapture.BENIGN) ? Set.of() : Set.of(label);
  }

  record All(String label) implements LabelRule {
    @Override
    public Set<String> classes() {
      return hostile(label);
    }

    @Override
    public String label(SeenFlow flow) {
      return label;
    }

    @Override
    public boolean labelsFlows() {
      return true;
    }
  }

  record Capture(String label) implements LabelRule {
    @Override
    public Set<String> classes() {
      return hostile(label);
    }

    @Override
    public String label(SeenFlow flow) {
      return UNKNOWN;
    }

    @Override
    public boolean labelsFlows() {
      return false;
    }
  }

  /// @param match which flows are so
  record Matching(FlowMatch match, String label) implements LabelRule {
    @Override
    public Set<String> classes() {
      return hostile(label);
    }

    @Override
    public String label(SeenFlow flow) {
      return match.matches(flow) ? label : LabelledCapture.BENIGN;
    }

    @Override
    public boolean labelsFlows() {
      return true;
    }
  }

  record Else(Matching first, LabelRule rest) implements LabelRule {
    @Override
    public Set<String> classes() {
      Set<String> all = new TreeSet<>(first.classes());
      all.addAll(rest.classes());
      return all;
    }

    @Override
    public String label(SeenFlow flow) {
      return first.match().matches(flow) ? first.label() : rest.label(flow);
    }

    @Override
    public boolean labelsFlows() {
      return rest.labelsFlows();
    }
  }

  /// @throws IllegalArgumentException when it is no rule
  static LabelRule parse(String text) {
    int end = text.indexOf(';');
    if (end < 0) {
      return one(text);
    }
    if (one(text.substring(0, end)) instanceof Matching first) {
      String rest = text.substring(end + 1);
      return new Else(first, parse(rest.startsWith("else ") ? rest.substring(5) : rest));
    }
    throw new IllegalArgumentException("label rule \"" + text + "\": nothing is left for the rest");
  }

  private static LabelRule one(String text) {
    int colon = text.indexOf(':');
    int last = text.lastIndexOf(':');
    if (colon <= 0 || last == text.length() - 1) {
      throw new IllegalArgumentException("not a label rule: \"" + text + "\"; write ALL:scan");
    }
    String kind = text.substring(0, colon);
    String label = text.substring(last + 1);
    if (kind.equals("ALL") && last == colon) {
      return new All(label);
    }
    if (kind.equals("CAPTURE") && last == colon) {
      return new Capture(label);
    }
    String argument = last > colon ? text.substring(colon + 1, last) : "";
    return match(kind, argument)
        .<LabelRule>map(match -> new Matching(match, label))
        .orElseThrow(() -> new IllegalArgumentException("not a label rule: \"" + text + "\""));
  }

  private static Optional<FlowMatch> match(String kind, String argument) {
    return switch (kind) {
      case "SRC" -> Optional.of(new FlowMatch.Source(IpAddress.parse(argument)));
      case "HOST" -> Optional.of(new FlowMatch.Host(IpAddress.parse(argument)));
      case "ANYPORT" -> Optional.of(new FlowMatch.AnyPort(port(argument)));
      case "CONN" -> Optional.of(connection(argument));
      case "QNAME" -> Optional.of(new FlowMatch.Names(suffixes(argument)));
      default -> Optional.empty();
    };
  }

  private static FlowMatch connection(String argument) {
    int colon = argument.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("CONN needs address:port, not \"" + argument + "\"");
    }
    return new FlowMatch.Connection(
        IpAddress.parse(argument.substring(0, colon)), port(argument.substring(colon + 1)));
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("not a port: \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  private static List<String> suffixes(String argument) {
    return Arrays.stream(argument.split("\\|", -1))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }
}
