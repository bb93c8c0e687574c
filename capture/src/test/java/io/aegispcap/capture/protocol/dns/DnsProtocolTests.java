package io.aegispcap.capture.protocol.dns;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class DnsProtocolTests {
  private static final byte[] ADDRESS = {93, (byte) 184, (byte) 216, 34};
  private final DnsProtocol protocol = new DnsProtocol();

  private List<DnsExchange> udp(int port, byte[]... messages) {
    ScriptedConversation conversation = ScriptedConversation.udp(port);
    Dialogue dialogue = protocol.open(conversation);
    for (byte[] message : messages) {
      boolean response = (message[2] & 0x80) != 0;
      assertThat(conversation.say(dialogue, response ? SERVER : CLIENT, message)).isTrue();
    }
    dialogue.close();
    return conversation.facts(DnsExchange.class);
  }

  private DnsExchange single(byte[]... messages) {
    List<DnsExchange> exchanges = udp(53, messages);
    assertThat(exchanges).hasSize(1);
    return exchanges.getFirst();
  }

  @Test
  void pairsAQuestionWithItsAnswer() {
    byte[] query = DnsBuilder.query(7).question("WWW.Example.com", 1).bytes();
    byte[] response =
        DnsBuilder.response(7, 0)
            .question("www.example.com", 1)
            .answer("@12", 1, 300, ADDRESS)
            .bytes();
    DnsExchange exchange = single(query, response);
    assertThat(exchange.name()).isEqualTo("www.example.com");
    assertThat(exchange.type()).isEqualTo("A");
    assertThat(exchange.recordClass()).isEqualTo("IN");
    assertThat(exchange.responseCode()).contains("NOERROR");
    assertThat(exchange.answers())
        .containsExactly(new DnsAnswer("www.example.com", "A", 300, "93.184.216.34"));
    assertThat(exchange.frameId()).isEqualTo(1);
    assertThat(exchange.answerFrameId()).isEqualTo(2);
    assertThat(exchange.responseNanos()).isEqualTo(1_000_000_000L);
    assertThat(exchange.queryLength()).isEqualTo(query.length);
    assertThat(exchange.answerLength()).isEqualTo(response.length);
    assertThat(exchange.protocol()).isEqualTo("dns");
  }

  @Test
  void emitsUnansweredQuestionsAtTheEnd() {
    DnsExchange exchange = single(DnsBuilder.query(1).question("lost.example", 28).bytes());
    assertThat(exchange.answered()).isFalse();
    assertThat(exchange.responseCode()).isEmpty();
    assertThat(exchange.type()).isEqualTo("AAAA");
    assertThat(exchange.answerFrameId()).isZero();
  }

  @Test
  void takesAnAnswerWithoutItsQuestion() {
    DnsExchange exchange = single(DnsBuilder.response(9, 3).question("nx.example", 1).bytes());
    assertThat(exchange.answered()).isTrue();
    assertThat(exchange.responseCode()).contains("NXDOMAIN");
    assertThat(exchange.frameId()).isEqualTo(exchange.answerFrameId()).isEqualTo(1);
    assertThat(exchange.queryLength()).isZero();
  }

  @Test
  void keepsNamesThatDifferUnderOneIdApart() {
    List<DnsExchange> exchanges =
        udp(
            53,
            DnsBuilder.query(5).question("a.example", 1).bytes(),
            DnsBuilder.query(5).question("b.example", 1).bytes(),
            DnsBuilder.response(5, 3).question("b.example", 1).bytes());
    assertThat(exchanges).extracting(DnsExchange::name).containsExactly("b.example", "a.example");
    assertThat(exchanges).extracting(DnsExchange::answered).containsExactly(true, false);
  }

  @Test
  void givesTheOldestOf257OpenQuestionsUp() {
    ScriptedConversation conversation = ScriptedConversation.udp(53);
    Dialogue dialogue = protocol.open(conversation);
    for (int i = 0; i < 257; i++) {
      byte[] query = DnsBuilder.query(i).question("q" + i + ".example", 1).bytes();
      conversation.say(dialogue, CLIENT, query);
    }
    assertThat(conversation.facts(DnsExchange.class))
        .extracting(DnsExchange::name)
        .containsExactly("q0.example");
  }

  @Test
  void escapesBytesThatAreNoLetters() {
    DnsExchange exchange = single(DnsBuilder.query(1).question("a b\\\u00ff", 1).bytes());
    assertThat(exchange.name()).isEqualTo("a\\032b\\\\\\255");
  }

  @Test
  void namesTheRoot() {
    assertThat(single(DnsBuilder.query(1).question(".", 2).bytes()).name()).isEqualTo(".");
  }

  @Test
  void spellsTheDataOfKnownTypes() {
    byte[] text = "\u0005hello\u0003abc".getBytes(StandardCharsets.US_ASCII);
    byte[] mail = concat(new byte[] {0, 10}, DnsBuilder.nameBytes("mx.example"));
    DnsExchange exchange =
        single(
            DnsBuilder.response(1, 0)
                .question("example", 255)
                .answer("@12", 16, 1, text)
                .answer("@12", 15, 1, mail)
                .answer("@12", 5, 1, DnsBuilder.nameBytes("w.@12"))
                .answer("@12", 10, 1, new byte[] {1, (byte) 0xab})
                .answer("@12", 28, 1, IpAddress.parse("2001:db8::1").bytes())
                .bytes());
    assertThat(exchange.answers())
        .extracting(DnsAnswer::data)
        .containsExactly("hello abc", "10 mx.example", "w.example", "01ab", "2001:db8::1");
  }

  @Test
  void readsTheExtendedResponseCode() {
    byte[] response =
        DnsBuilder.response(1, 0)
            .question("example", 1)
            .additional(".", 41, 1232, 0x01000000, new byte[0])
            .bytes();
    assertThat(single(response).responseCode()).contains("BADVERS");
  }

  @Test
  void keepsWhatStandsBeforeACut() {
    byte[] whole =
        DnsBuilder.response(1, 0)
            .question("example", 1)
            .answer("@12", 1, 1, ADDRESS)
            .answer("@12", 1, 1, ADDRESS)
            .bytes();
    DnsExchange exchange = single(Arrays.copyOf(whole, whole.length - 3));
    assertThat(exchange.answers()).hasSize(1);
  }

  @Test
  void boundsTheAnswersThatAreKept() {
    DnsBuilder response = DnsBuilder.response(1, 0).question("example", 1);
    for (int i = 0; i < 100; i++) {
      response.answer("@12", 1, 1, ADDRESS);
    }
    assertThat(single(response.bytes()).answers()).hasSize(64);
  }

  @Test
  void refusesCompressionThatLeadsForwardsOrInCircles() {
    for (String name : List.of("@12", "a.@12", "@200")) {
      byte[] query = DnsBuilder.query(1).question(name, 1).bytes();
      ScriptedConversation conversation = ScriptedConversation.udp(53);
      Dialogue dialogue = protocol.open(conversation);
      assertThatThrownBy(() -> conversation.say(dialogue, CLIENT, query))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void tellsMulticastAndNetbiosByTheirPorts() {
    byte[] multicast = DnsBuilder.withFlags(0, 0).question("_http._tcp.local", 12, 0x8001).bytes();
    assertThat(udp(5353, multicast).getFirst())
        .returns("mdns", DnsExchange::protocol)
        .returns("IN", DnsExchange::recordClass)
        .returns("PTR", DnsExchange::type);
    String coded = "FHEPFCELEHFCEPFFFACACACACACACABO";
    assertThat(udp(137, DnsBuilder.withFlags(3, 0x0110).question(coded, 32).bytes()).getFirst())
        .returns("nbns", DnsExchange::protocol)
        .returns("NB", DnsExchange::type)
        .returns("workgroup<1e>", DnsExchange::name);
  }

  @Test
  void recognisesDatagramsAndStreams() {
    byte[] query = DnsBuilder.query(1).question("example.org", 1).bytes();
    byte[] framed = DnsBuilder.query(1).question("example.org", 1).framed();
    assertThat(recognise(query)).isEqualTo(Recognition.YES);
    assertThat(recognise(framed)).isEqualTo(Recognition.YES);
    assertThat(recognise(Arrays.copyOf(framed, 9))).isEqualTo(Recognition.MORE);
    assertThat(recognise(Arrays.copyOf(framed, 20))).isEqualTo(Recognition.MORE);
    assertThat(recognise(DnsBuilder.query(1).question("example.org", 1, 77).bytes()))
        .isEqualTo(Recognition.NO);
    assertThat(recognise(DnsBuilder.query(1).question("a.b", 1).claim(1, 9).bytes()))
        .isEqualTo(Recognition.NO);
    assertThat(recognise(new byte[100])).isEqualTo(Recognition.NO);
  }

  private Recognition recognise(byte[] bytes) {
    return protocol.recognise(CLIENT, Bytes.of(bytes));
  }

  @Test
  void recognisesNothingInRandomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000_000; i++) {
      byte[] bytes = new byte[20 + i % 100];
      random.nextBytes(bytes);
      assertThat(recognise(bytes) == Recognition.YES).isFalse();
    }
  }

  @Test
  void readsGeneratedMessagesBack() {
    qt().withExamples(500)
        .forAll(names(), integers().between(0, 0xffff), integers().between(1, 300))
        .checkAssert(
            (name, id, type) -> {
              DnsExchange exchange =
                  single(
                      DnsBuilder.query(id).question(name, type).bytes(),
                      DnsBuilder.response(id, 0)
                          .question(name, type)
                          .answer("@12", 1, id, ADDRESS)
                          .bytes());
              assertThat(exchange.name()).isEqualTo(name.toLowerCase(Locale.ROOT));
              assertThat(exchange.id()).isEqualTo(id);
              assertThat(exchange.type()).isEqualTo(DnsNames.type(type));
              assertThat(exchange.answers().getFirst().ttl()).isEqualTo((long) id);
            });
  }

  private static Gen<String> names() {
    Gen<String> label =
        strings()
            .betweenCodePoints('0', 'z')
            .ofLengthBetween(1, 40)
            .map(text -> text.replaceAll("[^0-9A-Za-z]", "x"));
    return lists().of(label).ofSizeBetween(1, 5).map(labels -> String.join(".", labels));
  }

  @Test
  void readsStreamsAlikeHoweverTheyAreCut() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      stream.writeBytes(
          DnsBuilder.response(i, 0)
              .question("n" + i + ".example", 1)
              .answer("@12", 1, 5, ADDRESS)
              .framed());
    }
    List<DnsExchange> whole = pieces(stream.toByteArray(), stream.size());
    assertThat(whole).hasSize(5);
    qt().withExamples(100)
        .forAll(integers().between(1, 60))
        .checkAssert(size -> assertThat(pieces(stream.toByteArray(), size)).isEqualTo(whole));
  }

  private List<DnsExchange> pieces(byte[] bytes, int size) {
    ScriptedConversation conversation = ScriptedConversation.tcp(53);
    Dialogue dialogue = protocol.open(conversation);
    conversation.sayInPieces(dialogue, SERVER, bytes, size);
    dialogue.close();
    return conversation.facts(DnsExchange.class);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
