package io.aegispcap.platform.endurance;

import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Somebody at work, who remembers what was acknowledged and goes on with it after whatever
/// happened.
final class Analyst {
  private static final int LARGEST_PIECE = 600_000;
  private static final int OPEN_UPLOADS = 1;
  private static final Set<Integer> NOT_NOW = Set.of(502, 503);

  /// The database still ends the transaction that a dead server left.
  private static final int UNDER_WAY = 409;

  /// The server still takes what somebody sent who was cut off.
  private static final int BUSY = 423;

  private static final int PATIENCE = 100; // times 50 ms

  private final int number;
  private final int colleagues;
  private final Random random;
  private final Ledger ledger;
  private final List<Part> uploads = new ArrayList<>();
  private long made;

  /// @param number from 0, below the number of colleagues
  Analyst(int number, int colleagues, long seed, Ledger ledger) {
    this.number = number;
    this.colleagues = colleagues;
    this.random = new Random(seed + number);
    this.ledger = ledger;
  }

  /// An upload under way.
  private static final class Part {
    private final String path;
    private final long content;
    private long acknowledged;

    Part(String path, long content) {
      this.path = path;
      this.content = content;
    }
  }

  /// An answer that says that nothing was acknowledged.
  private static final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// Until the thread is interrupted.
  void work(Program program) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        one(program);
      } catch (UncheckedIOException | NotNow _) {
        pause();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      } catch (AssertionError wrong) {
        if (!Thread.currentThread().isInterrupted()) {
          ledger.violated("analyst " + number + ": " + wrong.getMessage());
          pause();
        }
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void one(Program program) throws IOException {
    int dice = random.nextInt(100);
    if (dice < 45) {
      upload(program);
    } else if (dice < 70) {
      comment(program);
    } else if (dice < 90) {
      move(program);
    } else if (dice < 94) {
      analyseAgain(program);
    } else {
      look(program);
    }
  }

  private void upload(Program program) throws IOException {
    if (uploads.size() < OPEN_UPLOADS) {
      long content = made++ * colleagues + number;
      byte[] whole = AlertingCapture.of(content);
      HttpResponse<byte[]> begun = program.begin(content + ".pcap", whole.length);
      check(begun, 201);
      uploads.add(new Part(begun.headers().firstValue("Location").orElseThrow(), content));
      return;
    }
    Part part = uploads.get(random.nextInt(uploads.size()));
    HttpResponse<byte[]> sent = send(program, part);
    for (int i = 0; i < PATIENCE && sent.statusCode() == BUSY; i++) {
      pause();
      sent = send(program, part);
    }
    check(sent, 204);
    part.acknowledged = offset(sent);
    Optional<String> capture = sent.headers().firstValue("Aegis-Capture");
    if (part.acknowledged == AlertingCapture.of(part.content).length) {
      ledger.captures.put(capture.orElseThrow(), part.content);
      uploads.remove(part);
    }
  }

  /// Some more of a capture, from where the server is.
  private HttpResponse<byte[]> send(Program program, Part part) throws IOException {
    long offset = offset(check(program.tus("HEAD", part.path, new byte[0]), 200));
    if (offset < part.acknowledged) {
      ledger.violated(
          "%s: %d bytes were acknowledged, %d are there"
              .formatted(part.path, part.acknowledged, offset));
    }
    byte[] whole = AlertingCapture.of(part.content);
    int end = (int) Math.min(whole.length, offset + 1 + random.nextInt(LARGEST_PIECE));
    return program.patch(part.path, offset, Arrays.copyOfRange(whole, (int) offset, end));
  }

  private static long offset(HttpResponse<byte[]> answer) {
    return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
  }

  private void comment(Program program) {
    Optional<Long> alert = alert(program);
    if (alert.isEmpty()) {
      return;
    }
    String text = "comment " + number + "-" + made++;
    ledger.unanswered.put(text, alert.get());
    say(program, text, alert.get());
  }

  /// Says what nobody answered to, once more: with its key it counts once.
  void repeat(Program program) {
    ledger.unanswered.forEach(
        (text, alert) -> {
          if (text.startsWith("comment " + number + "-")) {
            say(program, text, alert);
          }
        });
  }

  private void say(Program program, String text, long alert) {
    HttpResponse<byte[]> said = comment(program, text, alert);
    for (int i = 0; i < PATIENCE && said.statusCode() == UNDER_WAY; i++) {
      pause();
      said = comment(program, text, alert);
    }
    check(said, 201);
    ledger.comments.put(text, alert);
    ledger.unanswered.remove(text);
  }

  private static HttpResponse<byte[]> comment(Program program, String text, long alert) {
    return program.call(
        "POST",
        "/api/v1/alerts/" + alert + "/comments",
        "{\"text\":\"" + text + "\"}",
        "Idempotency-Key",
        text.replace(' ', '-'));
  }

  private void move(Program program) {
    Optional<Long> alert = alert(program);
    if (alert.isEmpty()) {
      return;
    }
    Set<String> before = ledger.states.getOrDefault(alert.get(), Set.of("open"));
    String wanted = random.nextInt(4) == 0 ? "in-progress" : "escalated";
    if (random.nextInt(3) == 0) {
      wanted = "archived";
    }
    Set<String> either = ConcurrentHashMap.newKeySet();
    either.addAll(before);
    either.add(wanted);
    ledger.states.put(alert.get(), either);
    String reason = wanted.equals("archived") ? ",\"reason\":\"benign\"" : "";
    HttpResponse<byte[]> moved =
        program.call(
            "PATCH",
            "/api/v1/alerts/" + alert.get(),
            "{\"state\":\"" + wanted + "\"" + reason + "}");
    check(moved, 200);
    ledger.states.put(alert.get(), Set.of(wanted));
  }

  private void analyseAgain(Program program) {
    Optional<String> capture = anyCapture();
    if (capture.isPresent()) {
      HttpResponse<byte[]> asked =
          program.call("POST", "/api/v1/captures/" + capture.get() + "/analyses", "{}");
      if (asked.statusCode() != 409) { // one is under way
        ledger.analyses.put(
            Program.json(check(asked, 202), 202).required("id").asString(), capture.get());
      }
    }
  }

  private void look(Program program) {
    Optional<String> capture = anyCapture();
    if (capture.isPresent()) {
      JsonNode shown =
          Program.json(check(program.get("/api/v1/captures/" + capture.get()), 200), 200);
      if (shown.path("state").path("name").asString("").equals("done")) {
        ledger.analysed.add(capture.get());
      }
    }
  }

  private Optional<String> anyCapture() {
    List<String> known = List.copyOf(ledger.captures.keySet());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.get(random.nextInt(known.size())));
  }

  /// One of those that this analyst takes care of.
  private Optional<Long> alert(Program program) {
    JsonNode listed = Program.json(check(program.get("/api/v1/alerts?limit=100"), 200), 200);
    List<Long> mine =
        listed
            .required("items")
            .valueStream()
            .map(item -> item.required("id").asLong())
            .filter(id -> id % colleagues == number)
            .toList();
    return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(random.nextInt(mine.size())));
  }

  private HttpResponse<byte[]> check(HttpResponse<byte[]> answer, int wanted) {
    if (NOT_NOW.contains(answer.statusCode())) {
      throw new NotNow();
    }
    if (answer.statusCode() != wanted) {
      throw new AssertionError(
          "%s %s: %d %s"
              .formatted(
                  answer.request().method(),
                  answer.uri().getPath(),
                  answer.statusCode(),
                  new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
    }
    ledger.answers.incrementAndGet();
    return answer;
  }
}
