package io.aegispcap.capture.protocol.ssdp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class SsdpFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyDatagrams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new SsdpProtocol(), ScriptedConversation.udp(1900), data);
  }
}
