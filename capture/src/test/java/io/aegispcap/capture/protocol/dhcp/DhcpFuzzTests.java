package io.aegispcap.capture.protocol.dhcp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class DhcpFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyDatagrams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new DhcpProtocol(), ScriptedConversation.udp(67), data);
  }
}
