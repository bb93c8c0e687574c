package io.aegispcap.capture.protocol.dns;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class DnsFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyMessages(FuzzedDataProvider data) {
    boolean stream = data.consumeBoolean();
    int port = data.pickValue(new int[] {53, 5353, 137, 9999});
    FuzzedTalk.hold(
        new DnsProtocol(),
        stream ? ScriptedConversation.tcp(port) : ScriptedConversation.udp(port),
        data);
  }
}
