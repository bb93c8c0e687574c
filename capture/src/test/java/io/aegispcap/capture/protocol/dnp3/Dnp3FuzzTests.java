package io.aegispcap.capture.protocol.dnp3;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import java.io.ByteArrayOutputStream;

class Dnp3FuzzTests {
  private static final int MOST_DATA = 250;
  private static final int BLOCK = 16;

  @FuzzTest(maxDuration = "4m")
  void readsAnyMessages(FuzzedDataProvider data) {
    ScriptedConversation conversation =
        data.consumeBoolean() ? ScriptedConversation.tcp(20000) : ScriptedConversation.udp(20000);
    FuzzedTalk.hold(new Dnp3Protocol(), conversation, data);
  }

  /// A fuzzer seldom finds a checksum, so it is given them.
  @FuzzTest(maxDuration = "4m")
  void readsAnythingInSoundFrames(FuzzedDataProvider data) {
    ScriptedConversation conversation = ScriptedConversation.tcp(20000);
    Dialogue dialogue = new Dnp3Protocol().open(conversation);
    while (data.remainingBytes() > 0) {
      Side side = data.consumeBoolean() ? Side.CLIENT : Side.SERVER;
      byte[] addresses = {data.consumeByte(), 0, data.consumeByte(), 0};
      byte control = data.consumeByte();
      conversation.say(
          dialogue,
          side,
          frame(control, addresses, data.consumeBytes(data.consumeInt(0, MOST_DATA))));
    }
    dialogue.close();
    FuzzedTalk.check(conversation.facts());
  }

  private static byte[] frame(byte control, byte[] addresses, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = {
      LinkFraming.START_1,
      LinkFraming.START_2,
      (byte) (data.length + 5),
      control,
      addresses[0],
      addresses[1],
      addresses[2],
      addresses[3]
    };
    sealed(out, header, 0, header.length);
    for (int at = 0; at < data.length; at += BLOCK) {
      sealed(out, data, at, Math.min(BLOCK, data.length - at));
    }
    return out.toByteArray();
  }

  private static void sealed(ByteArrayOutputStream out, byte[] bytes, int from, int length) {
    int checksum = LinkFraming.checksum(Bytes.of(bytes), from, length);
    out.write(bytes, from, length);
    out.write(checksum);
    out.write(checksum >> 8);
  }
}
