package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.FlowKey;
import java.util.HashSet;
import java.util.Set;

/// Which flows an alert names: those in its evidence; and, when the evidence had more than it could
/// list, all flows of its subject with its target.
final class NamedFlows {
  private final Set<FlowKey> listed;
  private final boolean more;
  private final String subject;
  private final String target;

  NamedFlows(Alert alert) {
    listed = new HashSet<>(alert.evidence().flows());
    more = alert.evidence().totalFlows() > listed.size();
    subject = alert.subject();
    target = alert.target().orElse("");
  }

  boolean contains(SeenFlow flow) {
    return listed.contains(flow.key()) || more && between(flow);
  }

  private boolean between(SeenFlow flow) {
    String source = flow.key().source().toString();
    String destination = flow.key().destination().toString();
    if (subject.equals(source)) {
      return fits(destination, flow);
    }
    return subject.equals(destination) && fits(source, flow);
  }

  private boolean fits(String other, SeenFlow flow) {
    if (!addressLike()) {
      return target.isEmpty() || target.indexOf(' ') > 0 || !domainLike() || flow.asksBelow(target);
    }
    return target.equals(other)
        || target.startsWith(other + ":")
        || target.startsWith("[" + other + "]");
  }

  private boolean addressLike() {
    return target.startsWith("[")
        || target.matches("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}.*")
        || target.indexOf(':') >= 0 && target.indexOf(' ') < 0;
  }

  private boolean domainLike() {
    return target.indexOf('.') > 0;
  }
}
