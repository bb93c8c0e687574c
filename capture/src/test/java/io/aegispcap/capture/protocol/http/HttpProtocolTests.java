package io.aegispcap.capture.protocol.http;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.websocket.WebSocketConversation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProtocolTests {
  private static final String GET = "GET /a?b=c HTTP/1.1\r\nHost: example.org\r\n\r\n";
  private static final String EMPTY_OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private final HttpProtocol protocol = new HttpProtocol();
  private ScriptedConversation conversation;
  private Dialogue dialogue;

  @BeforeEach
  void open() {
    conversation = ScriptedConversation.tcp(80);
    dialogue = protocol.open(conversation);
  }

  private boolean request(String text) {
    return conversation.say(dialogue, CLIENT, text);
  }

  private boolean response(String text) {
    return conversation.say(dialogue, SERVER, text);
  }

  private List<HttpExchange> exchanges() {
    return conversation.facts(HttpExchange.class);
  }

  private HttpExchange single() {
    dialogue.close();
    assertThat(exchanges()).hasSize(1);
    return exchanges().getFirst();
  }

  private static String hash(String algorithm, String body) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  @Test
  void readsARequestAndItsResponse() throws Exception {
    request(
        String.join(
            "\r\n",
            "GET /x?y=z HTTP/1.1",
            "host: example.org",
            "User-Agent: curl/8.0",
            "Referer: http://r/",
            "",
            ""));
    response(
        String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Server: nginx",
            "Content-Type: text/plain",
            "Content-Length: 5",
            "",
            "hello"));
    HttpExchange exchange = single();
    assertThat(exchange.method()).isEqualTo("GET");
    assertThat(exchange.host()).isEqualTo("example.org");
    assertThat(exchange.uri()).isEqualTo("/x?y=z");
    assertThat(exchange.version()).isEqualTo("1.1");
    assertThat(exchange.userAgent()).contains("curl/8.0");
    assertThat(exchange.referrer()).contains("http://r/");
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.server()).contains("nginx");
    assertThat(exchange.responseContentType()).contains("text/plain");
    assertThat(exchange.responseBodyLength()).isEqualTo(5);
    assertThat(exchange.frameId()).isEqualTo(1);
    assertThat(exchange.answerFrameId()).isEqualTo(2);
    assertThat(exchange.requestBody()).isEmpty();
    BodyHash body = exchange.responseBody().orElseThrow();
    assertThat(body.md5()).isEqualTo(hash("MD5", "hello"));
    assertThat(body.sha1()).isEqualTo(hash("SHA-1", "hello"));
    assertThat(body.sha256()).isEqualTo(hash("SHA-256", "hello"));
    assertThat(body.complete()).isTrue();
  }

  @Test
  void joinsChunksBeforeItHashesThem() throws Exception {
    request(GET);
    response(
        String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Transfer-Encoding: chunked",
            "",
            "5;x=y",
            "hello",
            "6",
            " world",
            "0",
            "A: b",
            "",
            ""));
    HttpExchange exchange = exchanges().getFirst();
    assertThat(exchange.responseBodyLength()).isEqualTo(11);
    assertThat(exchange.responseBody().orElseThrow().sha256())
        .isEqualTo(hash("SHA-256", "hello world"));
  }

  @Test
  void readsABodyUntilTheConnectionEnds() throws Exception {
    request(GET);
    response("HTTP/1.0 200 OK\r\n\r\nsome");
    response("thing");
    assertThat(exchanges()).isEmpty();
    BodyHash body = single().responseBody().orElseThrow();
    assertThat(body.md5()).isEqualTo(hash("MD5", "something"));
    assertThat(body.complete()).isTrue();
  }

  @Test
  void pairsPipelinedRequestsInTheirOrder() {
    request(GET + "HEAD /b HTTP/1.1\r\n\r\n" + "GET /c HTTP/1.1\r\n\r\n");
    response(
        EMPTY_OK
            + String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Length: 99",
                "",
                "HTTP/1.1 404 Not Found",
                "Content-Length: 1",
                "",
                "x"));
    assertThat(exchanges())
        .extracting(HttpExchange::uri, HttpExchange::status)
        .containsExactly(tuple("/a?b=c", 200), tuple("/b", 200), tuple("/c", 404));
  }

  @Test
  void passesInterimResponsesOver() {
    request("POST /u HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    response("HTTP/1.1 100 Continue\r\n\r\n");
    request("abc");
    response("HTTP/1.1 204 No Content\r\n\r\n");
    HttpExchange exchange = single();
    assertThat(exchange.status()).isEqualTo(204);
    assertThat(exchange.requestBodyLength()).isEqualTo(3);
    assertThat(exchange.requestBody()).isPresent();
  }

  @Test
  void waitsForARequestBodyThatIsAnsweredEarly() {
    request("POST /u HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc");
    response("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
    assertThat(exchanges()).isEmpty();
    request("def" + GET);
    assertThat(exchanges()).hasSize(1);
    assertThat(exchanges().getFirst().requestBodyLength()).isEqualTo(6);
  }

  @Test
  void stopsAtTunnelsAndUpgrades() {
    request("CONNECT example.org:443 HTTP/1.1\r\n\r\n");
    assertThat(response("HTTP/1.1 200 Connection established\r\n\r\n\u0016\u0003")).isFalse();
    assertThat(single().host()).isEqualTo("example.org:443");
    open();
    request("GET /ws HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
    assertThat(response("HTTP/1.1 101 Switching Protocols\r\n\r\nbinary")).isFalse();
    assertThat(single().status()).isEqualTo(101);
  }

  @Test
  void readsOnBehindAGapWhoseEndIsKnown() {
    request(GET + GET);
    response("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012");
    assertThat(dialogue.gap(SERVER, 4)).isTrue();
    response("789" + EMPTY_OK);
    assertThat(exchanges()).hasSize(2);
    assertThat(exchanges().getFirst().responseBody().orElseThrow().complete()).isFalse();
    assertThat(exchanges().getFirst().responseBodyLength()).isEqualTo(10);
    assertThat(dialogue.gap(SERVER, 1)).isFalse();
  }

  @Test
  void marksABodyThatTheConnectionCutAsIncomplete() {
    request(GET);
    response("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012");
    BodyHash body = single().responseBody().orElseThrow();
    assertThat(body.complete()).isFalse();
    assertThat(body.length()).isEqualTo(3);
  }

  @Test
  void keepsTheUserOfBasicCredentialsAndNeverThePassword() {
    request("GET / HTTP/1.1\r\nAuthorization: Basic YWxpY2U6c2VjcmV0\r\n\r\n");
    response(EMPTY_OK);
    HttpExchange exchange = single();
    assertThat(exchange.basicUser()).contains("alice");
    assertThat(exchange.toString()).doesNotContain("secret").doesNotContain("YWxpY2U6c2VjcmV0");
  }

  @Test
  void takesTheProposedFileName() {
    for (String disposition :
        List.of(
            "attachment; filename=\"na me.exe\"",
            "attachment; filename=x; filename*=UTF-8''na%20me.exe")) {
      open();
      request(GET);
      response(
          "HTTP/1.1 200 OK\r\nContent-Disposition: "
              + disposition
              + "\r\nContent-Length: 0\r\n\r\n");
      assertThat(single().contentDispositionFilename()).contains("na me.exe");
    }
  }

  @Test
  void tellsAnExecutableWhateverItsHeaderClaims() {
    request(GET);
    response("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\nMZ\u0090\0");
    assertThat(single().responseBody().orElseThrow().magicMime())
        .isEqualTo("application/vnd.microsoft.portable-executable");
  }

  @Test
  void emitsResponsesWithoutRequestsAndRequestsWithoutResponses() {
    response(EMPTY_OK);
    request(GET);
    dialogue.close();
    assertThat(exchanges()).extracting(HttpExchange::method).containsExactly("", "GET");
    assertThat(exchanges()).extracting(HttpExchange::status).containsExactly(200, 0);
  }

  @Test
  void readsConnectionsWhoseSidesWereMistaken() {
    conversation.say(dialogue, SERVER, GET);
    conversation.say(dialogue, CLIENT, EMPTY_OK);
    assertThat(single().status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNotHttpAndKeepsWhatWas() {
    request(GET);
    assertThatThrownBy(() -> response("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n"))
        .isInstanceOf(MalformedMessageException.class);
    assertThat(exchanges()).hasSize(1);
    open();
    assertThatThrownBy(() -> request("hello\r\n\r\n"))
        .isInstanceOf(MalformedMessageException.class);
    open();
    assertThatThrownBy(() -> request("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(20_000)))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void cutsLongTargets() {
    request("GET /" + "a".repeat(5000) + " HTTP/1.1\r\n\r\n");
    HttpExchange exchange = single();
    assertThat(exchange.uri()).hasSize(2048);
    assertThat(exchange.version()).isEqualTo("1.1");
  }

  @Test
  void recognisesRequestsAndResponsesByTheirFirstLine() {
    assertThat(recognise("GET / HTTP/1.1\r\n")).isEqualTo(Recognition.YES);
    assertThat(recognise("M-SEARCH * HTTP/1.1\r\n")).isEqualTo(Recognition.YES);
    assertThat(recognise("HTTP/1.0 404 N")).isEqualTo(Recognition.YES);
    assertThat(recognise("GET /lo")).isEqualTo(Recognition.MORE);
    assertThat(recognise("HTT")).isEqualTo(Recognition.MORE);
    assertThat(recognise("PRI * HTTP/2.0\r\n")).isEqualTo(Recognition.NO);
    assertThat(recognise("OPTIONS sip:a SIP/2.0\r\n")).isEqualTo(Recognition.NO);
    assertThat(recognise("\u0016\u0003\u0001")).isEqualTo(Recognition.NO);
    assertThat(recognise("SSH-2.0-x\r\n")).isEqualTo(Recognition.NO);
  }

  private Recognition recognise(String text) {
    return protocol.recognise(CLIENT, Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void readsStreamsAlikeHoweverTheyAreCut() {
    qt().withExamples(200)
        .forAll(lists().of(integers().between(0, 4)).ofSizeBetween(1, 6), integers().between(1, 80))
        .checkAssert(
            (kinds, size) -> assertThat(talk(kinds, size)).isEqualTo(talk(kinds, 100_000)));
  }

  private List<HttpExchange> talk(List<Integer> kinds, int size) {
    StringBuilder requests = new StringBuilder();
    StringBuilder responses = new StringBuilder();
    for (int kind : kinds) {
      requests.append(
          kind == 1
              ? "POST /p HTTP/1.1\r\nContent-Length: 12\r\n\r\nGET / HTTP/1"
              : "GET /" + kind + " HTTP/1.1\r\nHost: h\r\n\r\n");
      responses.append(
          switch (kind) {
            case 0 -> EMPTY_OK;
            case 1 -> "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n";
            case 2 ->
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n";
            case 3 -> "\r\nHTTP/1.1 200 OK\nContent-Length: 7\n\nHTTP/1.";
            default -> "HTTP/1.1 500 Oops\r\nContent-Length: 3\r\n\r\n\r\n\r";
          });
    }
    open();
    say(CLIENT, requests, size);
    say(SERVER, responses, size);
    dialogue.close();
    return new ArrayList<>(exchanges());
  }

  private void say(Side side, StringBuilder text, int size) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    assertThat(conversation.sayInPieces(dialogue, side, bytes, size)).isTrue();
  }

  @Test
  void keepsConspicuousFieldsAndTheHeadsOfBodies() {
    request(
        "POST /a HTTP/1.1\r\nCookie: a=1\r\nX-Api-Version: ${jndi:ldap://x}\r\n"
            + "Authorization: Basic 'x'\r\nReferer: http://r/?q='1\r\nContent-Length: 5\r\n\r\na=b'c");
    response("HTTP/1.1 200 OK\r\nX-A: ${b}\r\nContent-Length: 3\r\n\r\nabc");
    HttpContent content = single().content();
    assertThat(content.fields())
        .containsExactly(
            new HttpContent.Field("x-api-version", "${jndi:ldap://x}"),
            new HttpContent.Field("referer", "http://r/?q='1"));
    assertThat(content.requestHead()).isEqualTo("a=b'c");
    assertThat(content.responseText("")).isEqualTo("abc");
  }

  @Test
  void keepsNoMoreOfBodiesThanTheirHeads() {
    request("POST /a HTTP/1.1\r\nContent-Length: 20000\r\n\r\n" + "x".repeat(20_000));
    response("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + "y".repeat(9_000));
    request("POST /b HTTP/1.1\r\nContent-Type: image/png\r\nContent-Length: 3\r\n\r\nabc");
    response(EMPTY_OK);
    assertThat(exchanges().getFirst().content().requestHead()).hasSize(HttpContent.REQUEST_HEAD);
    assertThat(exchanges().getFirst().content().responseHead()).hasSize(HttpContent.RESPONSE_HEAD);
    assertThat(exchanges().getLast().content()).isEqualTo(HttpContent.NONE);
  }

  @Test
  void inflatesTheHeadOfAPackedAnswer() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("uid=0(root)".repeat(50).getBytes(StandardCharsets.US_ASCII));
    }
    request(GET);
    response(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                .formatted(packed.size())
            + packed.toString(StandardCharsets.ISO_8859_1));
    HttpContent content = single().content();
    assertThat(content.responseText("gzip")).startsWith("uid=0(root)uid");
    assertThat(content.responseText("br")).isEmpty();
    assertThat(new HttpContent(List.of(), "", "no gzip").responseText("gzip")).isEmpty();
  }

  /// MS-NLMP 2.2.1.3: the message's fields, and nothing of its responses.
  @Test
  void readsLoginsByNtlm() {
    byte[] question = new byte[32];
    System.arraycopy(
        "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII), 0, question, 0, "NTLMSSP\0".length());
    question[8] = 2;
    question[24] = 77;
    request("GET /x HTTP/1.1\r\nHost: h\r\n\r\n");
    response(
        "HTTP/1.1 401 No\r\nContent-Length: 0\r\nWWW-Authenticate: NTLM "
            + Base64.getEncoder().encodeToString(question)
            + "\r\n\r\n");
    byte[] message = new byte[64 + 4 + 6 + 4];
    byte[] head = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, message, 0, head.length);
    message[8] = 3;
    field(message, 28, 64, "CORP");
    field(message, 36, 68, "alice1");
    field(message, 44, 74, "PC-7");
    String token = Base64.getEncoder().encodeToString(message);
    request("GET /x HTTP/1.1\r\nHost: h\r\nAuthorization: NTLM " + token + "\r\n\r\n");
    response("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
    HttpLogin login = conversation.facts(HttpLogin.class).getFirst();
    assertThat(login.domain()).isEqualTo("CORP");
    assertThat(login.user()).isEqualTo("alice1");
    assertThat(login.workstation()).isEqualTo("PC-7");
    assertThat(login.scheme()).isEqualTo("ntlm");
    assertThat(login.refused()).isTrue();
    assertThat(login.challenge()).matches("[0-9a-f]{16}");
  }

  private static void field(byte[] message, int at, int offset, String text) {
    message[at] = (byte) text.length();
    message[at + 4] = (byte) offset;
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, message, offset, text.length());
  }

  /// RFC 6455 1.2 and 5.7: an unmasked text message and a masked one.
  @Test
  void readsTheFramesOfAWebSocket() {
    request("GET /chat HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    response(
        "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Protocol: chat\r\n\r\n\u0081\u0005Hello\u0082");
    request("\u0081\u00857\u00fa!=\u007f\u009fMQX");
    response("\u0003abc\u0088\u0002\u0003\u00e8");
    dialogue.close();
    WebSocketConversation socket = conversation.facts(WebSocketConversation.class).getFirst();
    assertThat(socket.opened().target()).isEqualTo("/chat");
    assertThat(socket.opened().protocol()).isEqualTo("chat");
    assertThat(socket.client()).isEqualTo(new WebSocketConversation.Sent(1, 0, 5, 0));
    assertThat(socket.server()).isEqualTo(new WebSocketConversation.Sent(1, 1, 8, 1000));
    assertThat(exchanges()).hasSize(1);
    assertThat(conversation.facts()).hasSize(2);
  }
}
