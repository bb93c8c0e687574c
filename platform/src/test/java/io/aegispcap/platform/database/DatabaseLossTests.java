package io.aegispcap.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The running platform loses its database server, and gets it back.
@RunningPlatform
class DatabaseLossTests {
  private final DataDirectory data;
  private final Guests guests;

  DatabaseLossTests(DataDirectory data, Guests guests) {
    this.data = data;
    this.guests = guests;
  }

  @Test
  void saysSoAndGoesOnWhereItWas() throws IOException, InterruptedException {
    Guest guest = guests.join();
    PostmasterFile server =
        PostmasterFile.in(data.folder("postgres").resolve("data")).orElseThrow();
    ProcessHandle.of(server.process()).orElseThrow().destroyForcibly();
    while (server.runs()) {
      Thread.onSpinWait();
    }
    Answer during = guest.browser().get("/account");
    assertThat(during.status()).isEqualTo(503);
    assertThat(during.body()).contains("What was saved is safe");
    assertThat(health(guest, "readiness")).isEqualTo(503);
    assertThat(health(guest, "liveness")).isEqualTo(200);

    Instant patience = Instant.now().plus(Duration.ofSeconds(30));
    while (guest.browser().get("/account").status() != 200 && Instant.now().isBefore(patience)) {
      Thread.sleep(200);
    }
    assertThat(guest.browser().get("/account").status()).isEqualTo(200);
    assertThat(health(guest, "readiness")).isEqualTo(200);
  }

  private static int health(Guest guest, String group) {
    return guest
        .browser()
        .send(guest.browser().request("/actuator/health/" + group).build())
        .status();
  }
}
