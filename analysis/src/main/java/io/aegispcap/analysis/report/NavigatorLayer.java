package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertBook;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Alerts as layers of the ATT&CK Navigator: techniques scored by their number of alerts, coloured
/// by the worst severity. One layer for Enterprise; when there are techniques of ICS too, a list of
/// two layers, as the format allows.
///
/// Source: layer file format 4.5, github.com/mitre-attack/attack-navigator, layers/spec/v4.5.
public final class NavigatorLayer {
  private static final String FORMAT = "4.5";

  /// The first version that wrote this format.
  private static final String NAVIGATOR = "4.9.0";

  private static final String ATTACK = "17";
  private static final int MAX_SENTENCES = 5;
  private static final Pattern ID = Pattern.compile("T\\d{4}(\\.\\d{3})?");

  private enum Matrix {
    ENTERPRISE("enterprise-attack"),
    ICS("ics-attack");

    private final String domain;

    Matrix(String domain) {
      this.domain = domain;
    }

    /// Techniques of ICS have ids below T1000.
    static Matrix of(String id) {
      return id.startsWith("T0") ? ICS : ENTERPRISE;
    }
  }

  private record Layer(Matrix matrix, Map<String, List<Alert>> techniques) {}

  private final JsonTree json;
  private final RunSummary summary;

  private NavigatorLayer(JsonTree json, RunSummary summary) {
    this.json = json;
    this.summary = summary;
  }

  /// Writes the document; the stream stays open.
  public static void write(RunSummary summary, OutputStream out) throws IOException {
    JsonTree.document(out, json -> new NavigatorLayer(json, summary).document());
  }

  private void document() {
    List<Layer> layers = new ArrayList<>();
    for (Matrix matrix : Matrix.values()) {
      Map<String, List<Alert>> techniques = new TreeMap<>();
      for (Alert alert : summary.alerts()) {
        Technique technique = alert.detector().technique();
        if (ID.matcher(technique.id()).matches() && Matrix.of(technique.id()) == matrix) {
          String key = technique.id() + ' ' + tactic(technique);
          techniques.computeIfAbsent(key, _ -> new ArrayList<>()).add(alert);
        }
      }
      if (matrix == Matrix.ENTERPRISE || !techniques.isEmpty()) {
        layers.add(new Layer(matrix, techniques));
      }
    }
    if (layers.size() == 1) {
      json.object(() -> layer(layers.getFirst()));
    } else {
      json.array(layers, this::layer);
    }
  }

  private static String tactic(Technique technique) {
    return technique.tactic().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private void layer(Layer layer) {
    json.text("name", "AegisPCAP: " + captures());
    json.object(
        "versions",
        () -> {
          json.text("attack", ATTACK);
          json.text("navigator", NAVIGATOR);
          json.text("layer", FORMAT);
        });
    json.text("domain", layer.matrix().domain);
    json.text("description", description(layer));
    json.number("sorting", 3);
    json.object(
        "layout",
        () -> {
          json.text("layout", "side");
          json.flag("showID", true);
          json.flag("showName", true);
          json.text("expandedSubtechniques", "annotated");
        });
    json.array("techniques", List.copyOf(layer.techniques().values()), this::technique);
    json.object("gradient", () -> gradient(layer));
    json.array(
        "legendItems",
        List.of(Severity.values()).reversed(),
        severity -> {
          json.text("label", severity.label());
          json.text("color", colour(severity));
        });
    json.flag("selectTechniquesAcrossTactics", false);
    json.flag("selectSubtechniquesWithParent", false);
  }

  private String captures() {
    return summary.captures().size() == 1
        ? ReportPage.fileName(summary.captures().getFirst().name())
        : Wording.count(summary.captures().size(), "capture");
  }

  private String description(Layer layer) {
    long shown = layer.techniques().values().stream().mapToLong(List::size).sum();
    String period =
        summary.counts().packets() == 0
            ? ""
            : ", " + Wording.span(summary.first(), summary.last()) + " UTC";
    return "Scores are numbers of alerts, colours are by severity: "
        + Wording.count(shown)
        + " of "
        + Wording.count(summary.alerts().size(), "alert")
        + period
        + ". AegisPCAP "
        + summary.methods().software();
  }

  private void gradient(Layer layer) {
    long most = layer.techniques().values().stream().mapToLong(List::size).max().orElse(1);
    json.strings("colors", List.of("#ffffff", colour(Severity.HIGH)));
    json.number("minValue", 0);
    json.number("maxValue", most);
  }

  private void technique(List<Alert> alerts) {
    List<Alert> worstFirst = alerts.stream().sorted(AlertBook.ORDER).toList();
    Technique technique = worstFirst.getFirst().detector().technique();
    json.text("techniqueID", technique.id());
    json.text("tactic", tactic(technique));
    json.number("score", alerts.size());
    json.text("color", colour(worstFirst.getFirst().severity()));
    json.text("comment", comment(worstFirst));
    json.flag("enabled", true);
    json.array(
        "metadata",
        alerts.stream()
            .map(alert -> alert.detector().name())
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList(),
        name -> {
          json.text("name", "detector");
          json.text("value", name);
        });
  }

  private static String comment(List<Alert> alerts) {
    List<String> sentences =
        new ArrayList<>(
            alerts.stream()
                .limit(MAX_SENTENCES)
                .map(alert -> Wording.sentence(alert.sentences().getFirst()))
                .toList());
    if (alerts.size() > MAX_SENTENCES) {
      sentences.add("And " + Wording.count(alerts.size() - MAX_SENTENCES) + " more.");
    }
    return String.join(" ", sentences);
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "#a30f3a";
      case HIGH -> "#e0562f";
      case MEDIUM -> "#f0b429";
      case LOW -> "#6fa8dc";
      case INFO -> "#c3ccd6";
    };
  }
}
