package io.aegispcap.capture.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.protocol.CaptureReplay;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.TsharkFrames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Compares questions, response codes and addresses with tshark's over real captures. Addresses
/// only where they were asked for: tshark's field holds those of other sections too.
class DnsDifferentialTests {
  /// Messages without a question, or broken ones, which we do not read and tshark reads in part.
  private static final Set<String> DIFFER = Set.of("dns_invert_query.pcapng", "malformed_dns.pcap");

  @Test
  void readsTheQuestionsAndAnswersThatTsharkReads() throws Exception {
    List<Path> captures = new ArrayList<>(TsharkFrames.captures("dns_tunnel", 20));
    captures.addAll(TsharkFrames.captures("benign", 80));
    captures.addAll(TsharkFrames.captures("c2", 6));
    int messages = 0;
    for (Path capture : captures) {
      if (!DIFFER.contains(capture.getFileName().toString())) {
        Set<String> theirs = theirs(capture);
        assertThat(ours(capture)).as(capture.toString()).isEqualTo(theirs);
        messages += theirs.size();
      }
    }
    System.out.println("DNS: " + captures.size() + " captures, " + messages + " messages equal");
  }

  private static Set<String> theirs(Path capture) throws Exception {
    Set<String> messages = new TreeSet<>();
    for (List<String> row :
        Tshark.over(capture)
            .filter("dns && !mdns && !llmnr && !nbns && !icmp && dns.count.queries > 0")
            .firstRows(
                "frame.number",
                "dns.flags.response",
                "dns.qry.name",
                "dns.qry.type",
                "dns.flags.rcode",
                "dns.a",
                "dns.count.answers")) {
      boolean response = row.get(1).equals("1") || row.get(1).equals("True");
      if (row.get(3).isEmpty() || response && row.get(4).isEmpty()) {
        continue; // tshark itself calls these malformed
      }
      String name = row.get(2).toLowerCase(Locale.ROOT).replace("<root>", ".");
      String type = DnsNames.type(Integer.parseInt(row.get(3)));
      String code = response ? DnsNames.responseCode(Integer.parseInt(row.get(4))) : "";
      String address = type.equals("A") && !row.get(6).equals("0") ? row.get(5) : "";
      messages.add(message(row.get(0), readable(name), type, code, address));
    }
    return messages;
  }

  private static Set<String> ours(Path capture) throws Exception {
    Set<String> messages = new TreeSet<>();
    for (Fact fact : CaptureReplay.facts(capture, new DnsProtocol())) {
      DnsExchange exchange = (DnsExchange) fact;
      String name = readable(exchange.name());
      if (!exchange.protocol().equals("dns")) {
        continue;
      }
      if (exchange.queryLength() > 0) {
        messages.add(message("" + exchange.frameId(), name, exchange.type(), "", ""));
      }
      if (exchange.answered()) {
        String address =
            exchange.answers().stream()
                .filter(answer -> answer.type().equals("A") && exchange.type().equals("A"))
                .map(DnsAnswer::data)
                .findFirst()
                .orElse("");
        messages.add(
            message(
                "" + exchange.answerFrameId(),
                name,
                exchange.type(),
                exchange.responseCode().orElseThrow(),
                address));
      }
    }
    return messages;
  }

  /// Names with bytes that each of us escapes in another way are compared by frame alone.
  private static String readable(String name) {
    return name.matches("[-_.a-z0-9]+") ? name : "?";
  }

  private static String message(
      String frame, String name, String type, String code, String address) {
    return String.join(" ", frame, name, type, code, address);
  }
}
