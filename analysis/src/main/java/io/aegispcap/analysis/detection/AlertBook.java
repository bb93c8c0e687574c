package io.aegispcap.analysis.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Gathers findings and makes one alert of those of a detector about one subject and target. What
/// comes out does not depend on the order in which findings went in.
public final class AlertBook implements Consumer<Finding> {
  /// Most urgent first, then surest, earliest, and by id.
  public static final Comparator<Alert> ORDER =
      Comparator.comparing(Alert::severity, Comparator.reverseOrder())
          .thenComparing(Alert::confidence, Comparator.reverseOrder())
          .thenComparingLong(Alert::firstSeen)
          .thenComparing(Alert::id);

  private static final int ID_DIGITS = 10;

  private record Key(String detector, String subject, String target) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::detector).thenComparing(Key::subject).thenComparing(Key::target);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final String capturesDigest;
  private final Map<Key, List<Finding>> findings = new TreeMap<>();

  /// @param capturesDigest names the captures, so that alerts of other captures get other ids
  public AlertBook(String capturesDigest) {
    this.capturesDigest = capturesDigest;
  }

  @Override
  public void accept(Finding finding) {
    Key key = new Key(finding.detector().id(), finding.subject(), finding.target().orElse(""));
    findings.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
  }

  /// What all that was found comes to, in [#ORDER].
  public List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    findings.forEach((key, about) -> alerts.add(FindingMerge.merge(id(key), about)));
    alerts.sort(ORDER);
    return Collections.unmodifiableList(alerts);
  }

  private String id(Key key) {
    String digest = Sha256.hex(key.detector(), key.subject(), key.target(), capturesDigest);
    return "a-" + digest.substring(0, ID_DIGITS);
  }
}
