package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.FlowKey;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which flows an alert names: those in its evidence; and, when the evidence had more than it could
/// list, all flows of its subject with its target, be that an address, a port, or a domain.
final class NamedFlows {
  private static final Pattern PORT = Pattern.compile("(?:TCP|UDP) port (\\d{1,5})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?:[: ].*)?");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^]]+)].*");

  private final Alert alert;
  private final Set<FlowKey> listed;
  private final Predicate<SeenFlow> withTarget;

  NamedFlows(Alert alert) {
    this.alert = alert;
    listed = new HashSet<>(alert.evidence().flows());
    boolean more = alert.evidence().totalFlows() > listed.size();
    withTarget = more ? target(alert.target().orElse("")) : flow -> false;
  }

  Alert alert() {
    return alert;
  }

  boolean contains(SeenFlow flow) {
    return listed.contains(flow.key()) || ofSubject(flow) && withTarget.test(flow);
  }

  private boolean ofSubject(SeenFlow flow) {
    String subject = alert.subject();
    return flow.key().source().toString().equals(subject)
        || flow.key().destination().toString().equals(subject);
  }

  private static Predicate<SeenFlow> target(String text) {
    Matcher port = PORT.matcher(text);
    if (port.matches()) {
      int number = Integer.parseInt(port.group(1));
      return flow -> flow.key().destinationPort() == number;
    }
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.matches()) {
      return flow -> ofAddress(flow, dotted.group(1));
    }
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return flow -> ofAddress(flow, bracketed.group(1));
    }
    if (text.indexOf(':') >= 0) {
      return flow -> ofAddress(flow, text);
    }
    return text.isEmpty() ? flow -> false : other(text);
  }

  private static boolean ofAddress(SeenFlow flow, String address) {
    return flow.key().source().toString().equals(address)
        || flow.key().destination().toString().equals(address);
  }

  /// A domain; or a kind of traffic, of which all flows of the subject are taken.
  private static Predicate<SeenFlow> other(String text) {
    return text.indexOf('.') > 0 ? flow -> flow.asksBelow(text) : flow -> true;
  }
}
