package io.aegispcap.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.trust.AuthorKey;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
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

/// Plugins that use classes of other plugins.
@RunningPlatform
@Tag("P6")
class PluginDependencyTests {
  private static final String GRANTED = "[\"read:flows\", \"read:addresses\", \"write:findings\"]";

  @TempDir private Path folder;

  private final Guests guests;
  private final ApiTokens tokens;

  PluginDependencyTests(Guests guests, ApiTokens tokens) {
    this.guests = guests;
    this.tokens = tokens;
  }

  private static String source(String folder, String version, String statements) {
    return """
        package %1$s;
        import io.aegispcap.plugin.*;
        public final class Trial implements Detector {
          public static String word() { return "%1$s %2$s"; }
          @Override public PluginMetadata getMetadata() {
            return new PluginMetadata("%1$s/trial", "%2$s", PluginKind.DETECTOR);
          }
          @Override public void process(FlowBatch flows, Findings findings) {
            Flow flow = flows.flows().getFirst();
            %3$s
          }
        }
        """
        .formatted(folder, version, statements);
  }

  private static String manifest(String namespace, String version, String dependencies) {
    return """
        {"id": "%1$s/trial", "version": "%2$s", "kind": "detector", "name": "Trial",
         "description": "For tests.", "entryPoint": "%1$s.Trial", "api": ">=0.1.0-0 <1.0.0",
         "license": "Apache-2.0", "capabilities": ["read:flows", "read:addresses", "write:findings"],
         "dependencies": {%3$s},
         "rules": [{"id": "seen", "name": "Seen", "formula": "any flow", "source": "test",
           "technique": "T1046", "techniqueName": "Network Service Discovery", "tactic": "Discovery",
           "benign": "All of it.", "next": "Nothing."}]}
        """
        .formatted(namespace, version, dependencies);
  }

  private static String offered(Program program, Path file) throws IOException {
    return Program.json(
            program.send(
                "POST",
                "/api/v1/plugins",
                Files.readAllBytes(file),
                "Content-Type",
                "application/octet-stream"),
            201)
        .get("id")
        .asString();
  }

  private static HttpResponse<byte[]> install(Program program, String id, String with) {
    return program.call(
        "POST",
        "/api/v1/plugins/" + id + "/install",
        "{\"capabilities\": " + GRANTED + ", \"with\": {" + with + "}}");
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

  @Test
  void installsWhatAPluginNeedsTogetherWithIt() throws IOException, InvalidPackageException {
    Guests.Guest maintainer = guests.join(Role.MAINTAINER);
    Program program =
        new Program(
            HttpClient.newHttpClient(),
            "http://" + maintainer.browser().request("/").build().uri().getAuthority(),
            tokens.make(
                maintainer.id(),
                "test",
                EnumSet.of(Scope.READ, Scope.WRITE, Scope.ADMIN),
                Duration.ofDays(1)));
    TestPackages packages = new TestPackages(folder);
    AuthorKey key = AuthorKey.generate();
    Path base =
        packages.signed(
            packages.packed(source("ground", "1.2.0", ""), manifest("ground", "1.2.0", "")), key);
    String uses =
        "findings.report(Finding.of(\"seen\", flow.source())"
            + ".sentence(\"said by \" + ground.Trial.word()).proof(flow).build());";
    Path upper =
        packages.signed(
            packages.packed(
                source("upper", "1.0.0", uses),
                manifest("upper", "1.0.0", "\"ground/trial\": \"^1.0\""),
                TestPackages.classes(base)),
            key);
    String needy = offered(program, upper);

    JsonNode alone = program.json("/api/v1/plugins/" + needy + "/plan");
    assertThat(alone.get("conflict").asString()).contains("ground/trial");
    assertThat(install(program, needy, "").statusCode()).isEqualTo(409);
    assertThat(maintainer.browser().get("/plugins/" + needy).body())
        .contains("can’t be installed with what is here")
        .contains("ground/trial");

    String needed = offered(program, base);
    JsonNode both = program.json("/api/v1/plugins/" + needy + "/plan");
    assertThat(both.get("conflict").isNull()).isTrue();
    assertThat(both.at("/together/0/id").asString()).isEqualTo(needed);
    assertThat(maintainer.browser().get("/plugins/" + needy).body())
        .contains("Consent and install all")
        .contains("name=\"capability." + needed + "\"");
    assertThat(install(program, needy, "").statusCode()).isEqualTo(409); // not consented to
    assertThat(install(program, needy, "\"" + needed + "\": [\"read:flows\"]").statusCode())
        .isEqualTo(200);
    try {
      JsonNode granted = program.json("/api/v1/plugins/" + needed).get("granted");
      assertThat(granted.toString()).isEqualTo("[\"read:flows\"]");
      Program.json(
          program.send(
              "POST",
              "/api/v1/captures?name=needs.pcap&visibility=private",
              AlertingCapture.of(7030),
              "Content-Type",
              "application/octet-stream"),
          201);
      await(
          () ->
              program.json("/api/v1/alerts?limit=200").toString().contains("said by ground 1.2.0"));
      HttpResponse<byte[]> refused =
          program.send("DELETE", "/api/v1/plugins/" + needed, new byte[0]);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("upper/trial");
    } finally {
      program.send("DELETE", "/api/v1/plugins/" + needy, new byte[0]);
      assertThat(program.send("DELETE", "/api/v1/plugins/" + needed, new byte[0]).statusCode())
          .isEqualTo(204);
    }
  }
}
