package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.Platform;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.FirstAdministrator;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.entry.Joining;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.token.ApiTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Commands that talk to a platform, and a real platform.
class RemoteTests {
  private static final Path SAMPLES = Path.of(System.getProperty("aegis.root"), "samples");

  @TempDir private Path folder;

  @Test
  void uploadsWaitsAndLists() throws IOException {
    try (ConfigurableApplicationContext platform = start()) {
      String server = address(platform);
      Path token = Files.writeString(folder.resolve("token"), token(platform) + "\n");

      Run sent = run("captures upload --wait", server, token, SAMPLES.resolve("night.pcapng"));
      assertThat(sent.code()).as(sent.err()).isZero();
      assertThat(sent.out()).contains(server + "/captures/").contains("cdn-metrics.example");
      assertThat(run("captures upload", server, token, SAMPLES.resolve("night.pcapng")).out())
          .contains("was there already");
      assertThat(run("captures list", server, token).out()).contains("night.pcapng", "high");
      assertThat(run("captures list --json", server, token).out())
          .contains("\"name\":\"night.pcapng\"");
      assertThat(run("alerts list -q severity:>=high", server, token).out().lines())
          .hasSizeGreaterThan(1);

      Path text = Files.writeString(folder.resolve("notes.txt"), "no packets here, only words");
      Run refused = run("captures upload", server, token, text);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("notes.txt").contains("text file");
      Run unknown = Run.of("captures", "upload", "--server", server, text);
      assertThat(unknown.code()).isEqualTo(1);
      assertThat(unknown.err()).contains("/account/tokens");
    }
  }

  @Test
  void saysWhenNobodyAnswers() {
    Run run = Run.of("captures", "list", "--server", "http://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("http://127.0.0.1:1").contains("can't be reached");
    assertThat(Run.of("alerts", "list", "--server", "ftp://here").code()).isEqualTo(2);
  }

  private static Run run(String words, String server, Path token, Path... files) {
    String[] given = words.split(" ");
    Object[] arguments = new Object[given.length + 4 + files.length];
    System.arraycopy(given, 0, arguments, 0, given.length);
    arguments[given.length] = "--server";
    arguments[given.length + 1] = server;
    arguments[given.length + 2] = "--token-file";
    arguments[given.length + 3] = token;
    System.arraycopy(files, 0, arguments, given.length + 4, files.length);
    return Run.of(arguments);
  }

  private ConfigurableApplicationContext start() {
    return SpringApplication.run(
        Platform.class, "--server.port=0", "--aegis.data=" + folder.resolve("data"));
  }

  private static String address(ConfigurableApplicationContext platform) {
    return "http://127.0.0.1:"
        + ((ServletWebServerApplicationContext) platform).getWebServer().getPort();
  }

  /// Of the first administrator.
  private static String token(ConfigurableApplicationContext platform) {
    String link = platform.getBean(FirstAdministrator.class).setUpPath().orElseThrow();
    platform
        .getBean(Joining.class)
        .withLink(
            new Secret(link.substring("/join/".length())),
            new Joining.Application("ada", "Ada", "correct horse battery staple"),
            new Origin("127.0.0.1", "test"));
    PersonId ada = platform.getBean(People.class).find(new Handle("ada")).orElseThrow().id();
    return platform
        .getBean(ApiTokens.class)
        .make(ada, "test", EnumSet.allOf(Scope.class), Duration.ofHours(1));
  }
}
