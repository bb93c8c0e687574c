package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One alert.
///
/// @param assignee whose it is, by name
/// @param others of the same host
/// @param host which
/// @param earlier whether there are comments before these
/// @param people who it can be given to
/// @param done what was just done
public record AlertPage(
    Alert alert,
    Optional<String> assignee,
    List<Row> others,
    String host,
    List<Said> comments,
    boolean earlier,
    List<HistoryLine> history,
    List<String> people,
    Optional<Told> done)
    implements Page {
  private static final int SENTENCES = 6;
  private static final int FLOWS = 20;

  /// Subjects may be names, which allowances don't know them by.
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  public AlertPage {
    others = List.copyOf(others);
    comments = List.copyOf(comments);
    history = List.copyOf(history);
    people = List.copyOf(people);
  }

  @Override
  public String title() {
    return "Alert " + alert.id() + ": " + alert.finding().sentence();
  }

  @Override
  public String template() {
    return "alerts/alert";
  }

  public List<MeasureBar> bars() {
    return alert.finding().measures().stream().map(MeasureBar::of).toList();
  }

  /// What else happened, beside the sentence that is the heading.
  public List<String> more() {
    List<String> all = alert.finding().sentences();
    return all.subList(1, Math.min(all.size(), SENTENCES));
  }

  public int left() {
    return Math.max(0, alert.finding().sentences().size() - SENTENCES);
  }

  public List<Finding.Flow> flows() {
    List<Finding.Flow> flows = alert.finding().evidence().flows();
    return flows.subList(0, Math.min(flows.size(), FLOWS));
  }

  public List<Reason> reasons() {
    return List.of(Reason.values());
  }

  /// The technique's page at MITRE.
  public static String attack(String technique) {
    return "https://attack.mitre.org/techniques/" + technique.replace('.', '/') + "/";
  }

  /// Where such alerts are kept from coming up again: the form there, filled in.
  public String allowance() {
    Finding finding = alert.finding();
    StringBuilder path =
        new StringBuilder("/network?detector=").append(encoded(finding.rule().id()));
    Optional.of(Finding.host(finding.subject()))
        .filter(host -> ADDRESS.matcher(host).matches())
        .ifPresent(host -> path.append("&host=").append(encoded(host)));
    finding
        .target()
        .map(Finding::host)
        .ifPresent(peer -> path.append("&peer=").append(encoded(peer)));
    return path.append("#allow").toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public QueryText about(String key, String value) {
    return new QueryText("is:any").with(key, value);
  }
}
