package io.aegispcap.capture.protocol.dnp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Frames are put together as IEEE 1815 9.2 says; master 3, outstation 4.
class Dnp3ProtocolTests {

  private final Dnp3Protocol protocol = new Dnp3Protocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.tcp(20_000));

  private static String frame(int control, int destination, int source, String data) {
    byte[] bytes = HexTalk.bytes(data);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = {
      5, 0x64, (byte) (5 + bytes.length), (byte) control, (byte) destination, 0, (byte) source, 0
    };
    block(out, header, 0, 8);
    for (int at = 0; at < bytes.length; at += 16) {
      block(out, bytes, at, Math.min(16, bytes.length - at));
    }
    return HexFormat.of().formatHex(out.toByteArray());
  }

  private static void block(ByteArrayOutputStream out, byte[] bytes, int from, int length) {
    int checksum = LinkFraming.checksum(Bytes.of(bytes), from, length);
    out.write(bytes, from, length);
    out.write(checksum);
    out.write(checksum >> 8);
  }

  private static String request(String application) {
    return frame(0xc4, 4, 3, "c0" + application);
  }

  private static String response(String application) {
    return frame(0x44, 3, 4, "c0" + application);
  }

  private List<ControlFunction> told() {
    return talk.facts(ControlFunction.class);
  }

  @Test
  void pairsRequestsWithResponses() {
    talk.client(request("c1 01 3c02 06")).server(response("c1 81 0000"));
    talk.client(request("c2 05 0c01 28 0100 0700 41 01 00000000 00000000 00"))
        .server(response("c2 81 0004"));
    talk.client(request("c3 0d")).server(response("c3 81 0001 3402 07 01 8813"));
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly("read", "direct_operate", "cold_restart");
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(ControlAction.READ, ControlAction.WRITE, ControlAction.RESTART);
    assertThat(told().stream().map(ControlFunction::answer))
        .containsExactly("ok", "parameter_error", "function_not_supported");
    assertThat(told().get(1).targets()).containsExactly("g12v1 7");
    assertThat(told()).allMatch(fact -> fact.unit().equals("3-4") && !fact.byServer());
  }

  @Test
  void knowsWhichSideIsTheMaster() {
    talk.server(request("c1 12")).client(response("c1 81 0000")).client(response("f2 82 0000"));
    assertThat(told()).allMatch(ControlFunction::byServer);
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(ControlAction.STOP, ControlAction.REPORT);
  }

  @Test
  void tellsWritesOfTimeAndOfIndicationsFromOthers() {
    talk.client(request("c1 02 3201 07 01 000000000000"));
    talk.client(request("c2 02 5001 00 07 07 00"));
    talk.client(request("c3 02 0a02 00 05 05 00"));
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(ControlAction.CLOCK, ControlAction.SESSION, ControlAction.WRITE);
  }

  @Test
  void readsFunctionsOfTheLink() {
    talk.client(frame(0xc9, 4, 3, "")).server(frame(0x0b, 3, 4, ""));
    talk.client(frame(0xc9, 9, 3, ""));
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly("request_link_status", "request_link_status");
    assertThat(told().stream().map(ControlFunction::unit)).containsExactly("3-4", "3-9");
    assertThat(told().stream().map(ControlFunction::answer)).containsExactly("ok", "unanswered");
  }

  @Test
  void refusesWrongChecksums() {
    String wrong = request("c1 0d").replaceFirst("..$", "00");
    assertThatThrownBy(() -> talk.client(wrong)).isInstanceOf(MalformedMessageException.class);
    assertThat(told()).isEmpty();
  }

  @Test
  void recognisesTheChecksumOfTheHeader() {
    HexTalk.recognises(protocol, Side.CLIENT, request("c1 01 3c02 06"));
    HexTalk.recognises(protocol, Side.SERVER, response("c1 81 0000"));
    HexTalk.refuses(protocol, Side.CLIENT, "0564 08c4 0400 0300 0000 c0d0 00");
    HexTalk.refuses(protocol, Side.CLIENT, "0565");
  }
}
