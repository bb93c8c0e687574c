package io.aegispcap.analysis.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.aegispcap.analysis.chart.ChartAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A run's summary as one HTML file that needs neither network nor other files. The same summary
/// gives the same bytes. Everything that comes from captures is escaped by the templates, and the
/// page's content security policy forbids all but its own style and script.
public final class HtmlReport {
  private HtmlReport() {}

  /// Writes the page; the stream stays open.
  public static void write(RunSummary summary, OutputStream out) throws IOException {
    write(summary, List.of(), out);
  }

  /// Writes the page, with charts of plugins.
  public static void write(RunSummary summary, List<ChartAnswer> charts, OutputStream out)
      throws IOException {
    String style = resource("report.css");
    String script = resource("report.js");
    GraphChart graph = new GraphChart(summary);
    ReportPage page =
        new ReportPage(
            summary,
            Story.all(summary),
            new TimelineChart(summary).svg(),
            graph.svg(),
            graph.note(),
            charts.stream().map(AnsweredChart::of).toList(),
            style,
            script,
            policy(style, script));
    StringOutput html = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), Forms.UNTOUCHED, page);
    out.write(html.toString().getBytes(UTF_8));
    out.flush();
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /// As CSP Level 3 2.3.1 spells the hash of an inline element's content.
  private static String hash(String content) {
    byte[] digest = Fingerprints.sha256().digest(content.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /// The templates have no forms, of which an interceptor would be told.
  private enum Forms implements HtmlInterceptor {
    UNTOUCHED;

    @Override
    public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput out) {}

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput out) {}
  }
}
