package io.aegispcap.capture.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.protocol.CaptureReplay;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.TsharkFrames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares requests, responses and body digests with tshark's over real captures.
class HttpDifferentialTests {
  /// Segments out of order: tshark names another frame of the same message, or gives it up.
  private static final Set<String> DIFFER =
      Set.of("soap.pcap", "WebattackRCE.pcap", "db9f075c-7879-4957-923a-f79fac957a2d.pcap");

  private static List<Path> captures() throws Exception {
    List<Path> captures = new ArrayList<>(TsharkFrames.captures("benign/nDPI", 30));
    captures.addAll(TsharkFrames.captures("web_attack", 1));
    captures.addAll(TsharkFrames.captures("c2", 6));
    captures.removeIf(capture -> DIFFER.contains(capture.getFileName().toString()));
    return captures;
  }

  @Test
  void readsTheRequestsAndResponsesThatTsharkReads() throws Exception {
    int messages = 0;
    for (Path capture : captures()) {
      Set<String> theirs = theirs(capture);
      assertThat(ours(capture)).as(capture.toString()).isEqualTo(theirs);
      messages += theirs.size();
    }
    System.out.println("HTTP: " + messages + " messages equal");
  }

  private static Set<String> theirs(Path capture) throws Exception {
    Set<String> messages = new TreeSet<>();
    for (List<String> row :
        Tshark.over(capture)
            .prefer("http.desegment_body:FALSE")
            .filter("(http.request || http.response) && tcp && !icmp")
            .firstRows(
                "frame.number",
                "http.request.method",
                "http.host",
                "http.request.uri",
                "http.user_agent",
                "http.response.code")) {
      boolean interim = row.get(5).equals("100") || row.get(5).equals("102");
      if (!interim) {
        messages.add(String.join(" ", row));
      }
    }
    return messages;
  }

  private static Set<String> ours(Path capture) throws Exception {
    Set<String> messages = new TreeSet<>();
    for (HttpExchange exchange : exchanges(capture)) {
      if (!exchange.method().isEmpty()) {
        messages.add(
            String.join(
                " ",
                Long.toString(exchange.frameId()),
                exchange.method(),
                exchange.host(),
                exchange.uri(),
                exchange.userAgent().orElse(""),
                ""));
      }
      if (exchange.status() != 0) {
        messages.add(exchange.answerFrameId() + "     " + exchange.status());
      }
    }
    return messages;
  }

  private static List<HttpExchange> exchanges(Path capture) throws Exception {
    List<HttpExchange> exchanges = new ArrayList<>();
    for (Fact fact : CaptureReplay.facts(capture, new HttpProtocol())) {
      exchanges.add((HttpExchange) fact);
    }
    return exchanges;
  }

  @Test
  void hashesTheBodiesThatTsharkExports(@TempDir Path folder) throws Exception {
    int compared = 0;
    TreeMap<String, String> missing = new TreeMap<>();
    for (Path capture : captures()) {
      List<HttpExchange> withBody =
          exchanges(capture).stream().filter(e -> !digest(e).isEmpty()).toList();
      Set<String> theirs = withBody.isEmpty() ? Set.of() : exported(capture, folder);
      for (HttpExchange exchange : withBody) {
        compared++;
        if (!theirs.contains(digest(exchange))) {
          missing.put(capture.getFileName() + " " + exchange.answerFrameId(), exchange.uri());
        }
      }
    }
    System.out.println("HTTP bodies: " + compared + " compared");
    assertThat(missing).isEmpty();
    assertThat(compared).isPositive();
  }

  /// MD5 of a body that came whole and without a coding; empty for any other.
  private static String digest(HttpExchange exchange) {
    return exchange
        .responseBody()
        .filter(body -> body.complete() && exchange.responseContentEncoding().isEmpty())
        .map(BodyHash::md5)
        .orElse("");
  }

  private static Set<String> exported(Path capture, Path folder) throws Exception {
    Path objects = Files.createDirectory(folder.resolve(capture.getFileName().toString()));
    Tshark.over(capture).exportHttpObjects(objects);
    return digests(objects);
  }

  private static Set<String> digests(Path folder) throws Exception {
    Set<String> digests = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
        digests.add(HexFormat.of().formatHex(digest));
      }
    }
    return digests;
  }
}
