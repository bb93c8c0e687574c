package io.aegispcap.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.trust.AuthorKey;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.PageCheck;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What analyzers and visualisations say can be asked for and seen.
@RunningPlatform
@Tag("P7")
class PluginOutputTests {
  private static final String ANALYZER =
      """
      package trial;
      import io.aegispcap.plugin.*;
      public final class Trial implements Analyzer {
        private Host host;
        @Override public PluginMetadata getMetadata() {
          return new PluginMetadata("noter/trial", "1.0.0", PluginKind.ANALYZER);
        }
        @Override public void initialize(Host lent) { host = lent; }
        @Override public void process(FlowBatch flows, Annotations annotations) {
          for (Flow flow : flows) {
            annotations.annotate(flow, "kind", "<b>ssh</b> of " + flow.source());
            annotations.feature(flow, "score", flow.destinationPort() / 2.0);
            host.metrics().count("noted_total", 1);
          }
        }
      }
      """;
  private static final String NOTER =
      """
      {"id": "noter/trial", "version": "1.0.0", "kind": "analyzer", "name": "Noter",
       "description": "For tests.", "entryPoint": "trial.Trial", "api": ">=0.1.0-0 <1.0.0",
       "license": "Apache-2.0", "capabilities": ["read:flows", "write:features", "write:metrics"],
       "annotations": [{"name": "kind", "definition": "What it is."}],
       "features": [{"name": "score", "unit": "", "definition": "Half of the port."}],
       "metrics": [{"name": "noted_total", "kind": "counter", "unit": "flows", "help": "Noted."}]}
      """;
  private static final String VISUALIZATION =
      """
      package trial;
      import io.aegispcap.plugin.*;
      public final class Trial implements Visualization {
        @Override public PluginMetadata getMetadata() {
          return new PluginMetadata("drawer/trial", "1.0.0", PluginKind.VISUALIZATION);
        }
        private static void show(Charts charts, String id, Chart.Shape shape, Chart.Source source, String by) {
          charts.show(new Chart(id, "<script>alert(1)</script> " + id, shape, new Chart.Query(source, by, "", 100)));
        }
        @Override public void process(Charts charts) {
          show(charts, "ports", Chart.Shape.BAR, Chart.Source.FLOWS, "destination.port");
          show(charts, "states", Chart.Shape.PIE, Chart.Source.FLOWS, "state");
          show(charts, "severities", Chart.Shape.LINE, Chart.Source.ALERTS, "severity");
          show(charts, "kinds", Chart.Shape.TABLE, Chart.Source.ANNOTATIONS, "kind");
          show(charts, "metrics", Chart.Shape.BAR, Chart.Source.METRICS, "name");
          show(charts, "wrong", Chart.Shape.BAR, Chart.Source.FLOWS, "no.such.column");
        }
      }
      """;
  private static final String DRAWER =
      """
      {"id": "drawer/trial", "version": "1.0.0", "kind": "visualization", "name": "Drawer",
       "description": "For tests.", "entryPoint": "trial.Trial", "api": ">=0.1.0-0 <1.0.0",
       "license": "Apache-2.0", "capabilities": ["write:visualizations"]}
      """;

  @TempDir private Path folder;

  private final Guests guests;
  private final ApiTokens tokens;
  private final Chromium chromium;

  PluginOutputTests(Guests guests, ApiTokens tokens, Chromium chromium) {
    this.guests = guests;
    this.tokens = tokens;
    this.chromium = chromium;
  }

  private static void await(BooleanSupplier condition) {
    Instant late = Instant.now().plus(Duration.ofSeconds(90));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(late);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  private static String installed(Program program, Path file, String capabilities)
      throws IOException {
    String id =
        Program.json(
                program.send(
                    "POST",
                    "/api/v1/plugins",
                    Files.readAllBytes(file),
                    "Content-Type",
                    "application/octet-stream"),
                201)
            .get("id")
            .asString();
    Program.json(
        program.call(
            "POST",
            "/api/v1/plugins/" + id + "/install",
            "{\"capabilities\": " + capabilities + "}"),
        200);
    return id;
  }

  private Program program(Guests.Guest maintainer) {
    return new Program(
        HttpClient.newHttpClient(),
        "http://" + maintainer.browser().request("/").build().uri().getAuthority(),
        tokens.make(
            maintainer.id(),
            "test",
            EnumSet.of(Scope.READ, Scope.WRITE, Scope.ADMIN),
            Duration.ofDays(1)));
  }

  @Test
  void showsChartsAndWhatIsSaidOfFlows() throws IOException, InvalidPackageException {
    Guests.Guest maintainer = guests.join(Role.MAINTAINER);
    Program program = program(maintainer);
    TestPackages packages = new TestPackages(folder);
    AuthorKey key = AuthorKey.generate();
    String noter =
        installed(
            program,
            packages.signed(packages.packed(ANALYZER, NOTER), key),
            "[\"read:flows\", \"write:features\", \"write:metrics\"]");
    String drawer =
        installed(
            program,
            packages.signed(packages.packed(VISUALIZATION, DRAWER), key),
            "[\"write:visualizations\"]");
    try {
      String capture = captured(program, 7020);
      looksAtCharts(program, maintainer, capture);
      looksAtAFlow(program, maintainer, capture);
      String plugin = maintainer.browser().get("/plugins/" + drawer).body();
      assertThat(plugin).contains("Charts of").doesNotContain("<script>alert");
      String trial = tries(program, maintainer, drawer, capture);
      judge(maintainer, "/plugins/" + drawer, "/captures/" + capture, trial);
    } finally {
      program.send("DELETE", "/api/v1/plugins/" + noter, new byte[0]);
      program.send("DELETE", "/api/v1/plugins/" + drawer, new byte[0]);
    }
  }

  /// In one analysis it fails less often than would suspend it.
  @Test
  @Tag("P4")
  void saysWhyChartsAreMissingAndSwitchesOffWhoNeverDeclaresAny()
      throws IOException, InvalidPackageException {
    Guests.Guest maintainer = guests.join(Role.MAINTAINER);
    Program program = program(maintainer);
    TestPackages packages = new TestPackages(folder);
    String source =
        VISUALIZATION.replace(
            "show(charts, \"ports\"",
            "if (true) throw new IllegalStateException(\"<b>no</b>\"); show(charts, \"ports\"");
    String id =
        installed(
            program,
            packages.signed(
                packages.packed(
                    source.replace("drawer/", "blank/"), DRAWER.replace("drawer/", "blank/")),
                AuthorKey.generate()),
            "[\"write:visualizations\"]");
    try {
      String capture = captured(program, 7021);
      JsonNode charts = program.json("/api/v1/captures/" + capture + "/charts").get("items");
      assertThat(charts).hasSize(1);
      assertThat(charts.at("/0/problem").asString()).contains("no charts", "threw", "<b>no</b>");
      assertThat(maintainer.browser().get("/captures/" + capture).body())
          .contains("Charts of blank/trial", "&lt;b&gt;no&lt;/b&gt;");
      assertThat(maintainer.browser().get("/captures/" + capture + "/report").body())
          .contains("Charts of blank/trial", "&lt;b&gt;no&lt;/b&gt;");
      assertThat(program.json("/api/v1/plugins/" + id).get("state").asString())
          .isEqualTo("enabled");

      captured(program, 7022);
      captured(program, 7023);

      assertThat(program.json("/api/v1/plugins/" + id).get("state").asString())
          .isEqualTo("suspended");
      assertThat(maintainer.browser().get("/notices").body()).contains("blank/trial failed");
    } finally {
      program.send("DELETE", "/api/v1/plugins/" + id, new byte[0]);
    }
  }

  private static String captured(Program program, long number) throws IOException {
    String id =
        Program.json(
                program.send(
                    "POST",
                    "/api/v1/captures?name=charts-of-an-office-in-the-night-of-the-28th-of-november.pcap&visibility=private",
                    AlertingCapture.of(number),
                    "Content-Type",
                    "application/octet-stream"),
                201)
            .get("id")
            .asString();
    await(() -> program.json("/api/v1/captures/" + id).at("/state/name").asString().equals("done"));
    return id;
  }

  private static void looksAtCharts(Program program, Guests.Guest reader, String capture) {
    JsonNode charts = program.json("/api/v1/captures/" + capture + "/charts").get("items");
    assertThat(charts).hasSize(6);
    long flows =
        program.json("/api/v1/captures/" + capture + "/overview").at("/all/flows").asLong();
    assertThat(sum(charts.get(1))).isEqualTo(flows);
    assertThat(sum(charts.get(3))).isEqualTo(flows);
    assertThat(charts.get(2).get("groups")).isNotEmpty();
    assertThat(charts.get(3).at("/groups/0/name").asString()).startsWith("<b>ssh</b> of ");
    assertThat(charts.get(4).at("/groups/0/name").asString()).isEqualTo("noted_total");
    assertThat(charts.get(4).at("/groups/0/value").asLong()).isEqualTo(flows);
    assertThat(charts.get(5).get("problem").asString()).contains("no.such.column");
    String page = reader.browser().get("/captures/" + capture).body();
    assertThat(page)
        .contains("Charts of plugins")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; ports")
        .doesNotContain("<script>alert")
        .doesNotContain("<b>ssh</b>");
    String report = reader.browser().get("/captures/" + capture + "/report").body();
    assertThat(report)
        .contains("Charts of plugins")
        .doesNotContain("<script>alert")
        .doesNotContain("<b>ssh</b>");
  }

  private static double sum(JsonNode chart) {
    double sum = 0;
    for (JsonNode group : chart.get("groups")) {
      sum += group.get("value").asDouble();
    }
    return sum;
  }

  /// Addresses are put back into what a plugin says that sees none.
  private static void looksAtAFlow(Program program, Guests.Guest reader, String capture) {
    JsonNode flow =
        program.json("/api/v1/captures/" + capture + "/flows?limit=1").get("items").get(0);
    String path = "/captures/" + capture + "/flows/" + flow.get("frame").asString();
    JsonNode whole = program.json("/api/v1" + path);
    assertThat(whole.at("/plugins/0").toString()).contains("noter/trial").contains("score");
    assertThat(whole.at("/plugins/1/value").asString())
        .isEqualTo("<b>ssh</b> of " + flow.at("/source/ip").asString());
    assertThat(reader.browser().get(path).body())
        .contains("What plugins say of it")
        .contains("&lt;b&gt;ssh&lt;/b&gt; of ");
    assertThat(filtered(program, capture, "noter/trial/kind contains ssh"))
        .isEqualTo(filtered(program, capture, ""));
    assertThat(filtered(program, capture, "noter/trial/score >= 11 and noter/trial/score == 11.0"))
        .isEqualTo(filtered(program, capture, "dst_port == 22"))
        .isPositive();
    assertThat(filtered(program, capture, "nobody/at-all/said == x")).isZero();
    assertThat(
            program
                .json("/api/v1/captures/" + capture + "/filter/completions?text=noter&cursor=5")
                .toString())
        .contains("noter/trial/kind", "noter/trial/score");
    assertThat(exported(program, capture, "parquet")).contains("noter/trial/kind");
    assertThat(exported(program, capture, "csv").lines().findFirst().orElseThrow())
        .contains(",noter/trial/kind");
    assertThat(exported(program, capture, "jsonl").lines().findFirst().orElseThrow())
        .contains("\"plugins\":{")
        .contains("\"noter/trial/kind\":\"<b>ssh</b> of ");
  }

  private static long filtered(Program program, String capture, String filter) {
    return program
        .json(
            "/api/v1/captures/"
                + capture
                + "/overview?q="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8))
        .at("/shown/flows")
        .asLong();
  }

  private static String exported(Program program, String capture, String format) {
    byte[] content =
        program.get("/api/v1/captures/" + capture + "/flows/export?format=" + format).body();
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /// Drawn by a script that the policy allows, and to be read by everybody.
  private void judge(Guests.Guest reader, String... paths) {
    try (BrowserContext window = chromium.window(reader.browser());
        PageCheck check = new PageCheck(window)) {
      for (String path : paths) {
        assertThat(check.visit(path).orElseThrow()).isEmpty();
        try (Page page = window.newPage()) {
          page.navigate(path);
          page.locator(".chart-picture canvas").first().waitFor();
          assertThat(page.locator(".chart-picture canvas").count()).isGreaterThanOrEqualTo(3);
        }
      }
    }
  }

  private static String tries(Program program, Guests.Guest reader, String plugin, String capture) {
    JsonNode trial =
        Program.json(
            program.call(
                "POST",
                "/api/v1/plugins/" + plugin + "/trials",
                "{\"capture\": \"" + capture + "\"}"),
            201);
    String path = "/plugins/" + plugin + "/trials/" + trial.get("id").asString();
    await(() -> !program.json("/api/v1" + path).get("outcome").isNull());
    assertThat(program.json("/api/v1" + path).at("/outcome/charts")).hasSize(6);
    assertThat(reader.browser().get(path).body())
        .contains("Charts that it declares")
        .doesNotContain("<script>alert");
    return path;
  }
}
