package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.Platform;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Guests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// A server of its own that goes down between pieces.
class RestartedUploadTests {

  @Test
  void goesOnAfterTheServerWasRestarted(@TempDir Path data) {
    byte[] capture = Samples.fresh(5000);
    int half = 100_000;
    String path;
    String token;
    try (ServletWebServerApplicationContext server = start(data)) {
      Guests.Guest guest = Guests.of(server).join(Role.MEMBER);
      token =
          server
              .getBean(ApiTokens.class)
              .make(guest.id(), "test", Set.of(Scope.READ, Scope.WRITE), Duration.ofDays(1));
      CaptureGuest program = new CaptureGuest(guest.id(), guest.browser().another(), token);
      path = program.begun("office.pcap", capture.length);
      assertThat(program.patch(path, 0, Arrays.copyOf(capture, half)).status()).isEqualTo(204);
    }
    try (ServletWebServerApplicationContext server = start(data)) {
      Guests.Guest somebody = Guests.of(server).join(Role.MEMBER);
      CaptureGuest program = new CaptureGuest(somebody.id(), somebody.browser().another(), token);
      Answer asked = program.tus("HEAD", path, Map.of(), new byte[0]);
      assertThat(asked.header("Upload-Offset")).isEqualTo(Integer.toString(half));
      Answer last = program.patch(path, half, Arrays.copyOfRange(capture, half, capture.length));
      var made = program.settled(last.header("Aegis-Capture"));
      assertThat(made.get("verdict").get("packets").asLong()).isEqualTo(5000);
    }
  }

  private static ServletWebServerApplicationContext start(Path data) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Platform.class)
            .run("--server.port=0", "--aegis.data=" + data, "--logging.level.root=off");
  }
}
