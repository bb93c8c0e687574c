package io.aegispcap.capture.protocol.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;

class WebSocketFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyFrames(FuzzedDataProvider data) {
    ScriptedConversation conversation = ScriptedConversation.tcp(80);
    WebSocketDialogue dialogue =
        new WebSocketDialogue(
            conversation, new WebSocketConversation.Opened(1, 1, "example.org", "/", ""));
    try {
      while (data.remainingBytes() > 0) {
        Side side = data.consumeBoolean() ? Side.CLIENT : Side.SERVER;
        conversation.say(dialogue, side, data.consumeBytes(data.consumeInt(0, 300)));
      }
    } catch (MalformedMessageException expected) {
      assertThat(expected).hasMessageMatching(".+");
    }
    dialogue.close();
    dialogue.close();
    assertThat(conversation.facts()).hasSize(1);
  }
}
