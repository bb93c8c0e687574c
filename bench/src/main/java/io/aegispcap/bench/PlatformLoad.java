package io.aegispcap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Works at a platform as many people would, from a process of its own: `upload` sends captures at
/// once and waits until they are analysed, `triage` lists, judges and comments alerts. Each prints
/// a row of a table for each kind of request. Run it as a source file; see bench/load.
final class PlatformLoad {
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern ALERT = Pattern.compile("\"id\":([0-9]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, ConcurrentLinkedQueue<Long>> times = new ConcurrentHashMap<>();
  private final Map<String, ConcurrentLinkedQueue<String>> errors = new ConcurrentHashMap<>();
  private final String address;
  private final List<String> tokens;

  private PlatformLoad(String address, List<String> tokens) {
    this.address = address;
    this.tokens = List.copyOf(tokens);
  }

  /// Arguments: the address, a file with a token a line, `upload SAMPLE COUNT` or `triage SECONDS`.
  public static void main(String... arguments) throws IOException {
    PlatformLoad load = new PlatformLoad(arguments[0], Files.readAllLines(Path.of(arguments[1])));
    switch (arguments[2]) {
      case "upload" ->
          load.upload(Files.readAllBytes(Path.of(arguments[3])), Integer.parseInt(arguments[4]));
      case "triage" -> load.triage(Duration.ofSeconds(Long.parseLong(arguments[3])));
      default -> throw new IllegalArgumentException("no load is called " + arguments[2]);
    }
    load.print();
  }

  private void upload(byte[] sample, int count) {
    together(
        count,
        number -> {
          String token = tokens.get(number % tokens.size());
          long begun = System.nanoTime();
          String made =
              call(
                  "upload",
                  token,
                  "POST",
                  "/api/v1/captures?visibility=team&name=load-" + number + ".pcap",
                  "application/octet-stream",
                  unlikeOthers(sample));
          Matcher id = ID.matcher(made);
          if (id.find()) {
            awaitAnalysis(token, id.group(1));
            keep("upload until analysed", begun);
          }
        });
  }

  private void awaitAnalysis(String token, String capture) {
    String state = "";
    while (!state.contains("\"name\":\"done\"") && !state.contains("\"name\":\"failed\"")) {
      pause(200);
      state = call("ask for its state", token, "GET", "/api/v1/captures/" + capture);
    }
  }

  private void triage(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    together(
        tokens.size(),
        number -> {
          String token = tokens.get(number);
          while (System.nanoTime() < end) {
            List<String> alerts = alerts(token);
            if (!alerts.isEmpty()) {
              judge(token, alerts.get(ThreadLocalRandom.current().nextInt(alerts.size())));
            }
          }
        });
  }

  private List<String> alerts(String token) {
    String listed = call("list alerts", token, "GET", "/api/v1/alerts?limit=50&q=is:any");
    return ALERT.matcher(listed).results().map(found -> found.group(1)).toList();
  }

  private void judge(String token, String alert) {
    String path = "/api/v1/alerts/" + alert;
    call("read an alert", token, "GET", path);
    String state = ThreadLocalRandom.current().nextBoolean() ? "escalated" : "in-progress";
    send("change a state", token, "PATCH", path, "{\"state\":\"" + state + "\"}");
    send("comment", token, "POST", path + "/comments", "{\"text\":\"looked at\"}");
  }

  private void together(int count, IntConsumer work) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, count).forEach(number -> all.execute(() -> work.accept(number)));
    }
  }

  private String call(String what, String token, String method, String path) {
    return call(what, token, method, path, "application/json", new byte[0]);
  }

  private void send(String what, String token, String method, String path, String json) {
    call(what, token, method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private String call(
      String what, String token, String method, String path, String type, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body));
    if (method.equals("POST") && type.endsWith("json")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    long begun = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      keep(what, begun);
      if (answer.statusCode() >= 400) {
        wrong(what, answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException unanswered) {
      wrong(what, unanswered.toString());
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(stopped));
    }
  }

  private void keep(String what, long begun) {
    times
        .computeIfAbsent(what, _ -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - begun) / 1_000_000);
  }

  private void wrong(String what, String why) {
    errors.computeIfAbsent(what, _ -> new ConcurrentLinkedQueue<>()).add(why);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The sample with one packet more, whose bytes no other has.
  private static byte[] unlikeOthers(byte[] sample) {
    int length = 14 + Long.BYTES * 2;
    ByteOrder order = sample[0] == (byte) 0xA1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer first = ByteBuffer.wrap(sample).order(order);
    UUID different = UUID.randomUUID();
    return ByteBuffer.allocate(sample.length + 16 + length)
        .order(order)
        .put(sample)
        .putInt(first.getInt(24))
        .putInt(first.getInt(28))
        .putInt(length)
        .putInt(length)
        .put(new byte[14])
        .putLong(different.getMostSignificantBits())
        .putLong(different.getLeastSignificantBits())
        .array();
  }

  private void print() {
    new TreeMap<>(times)
        .forEach(
            (what, all) -> {
              List<Long> sorted = all.stream().sorted().toList();
              System.out.printf(
                  Locale.ROOT,
                  "| %s | %d | %d | %d | %d | %d |%n",
                  what,
                  sorted.size(),
                  percentile(sorted, 50),
                  percentile(sorted, 95),
                  percentile(sorted, 99),
                  errors.getOrDefault(what, new ConcurrentLinkedQueue<>()).size());
            });
    errors.forEach(
        (what, all) ->
            all.stream()
                .distinct()
                .limit(3)
                .forEach(each -> System.err.println(what + ": " + each)));
  }

  private static long percentile(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
