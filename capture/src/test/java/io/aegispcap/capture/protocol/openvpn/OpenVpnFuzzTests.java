package io.aegispcap.capture.protocol.openvpn;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class OpenVpnFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyDatagrams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new OpenVpnProtocol(), ScriptedConversation.udp(1194), data);
  }

  @FuzzTest(maxDuration = "4m")
  void readsAnyStream(FuzzedDataProvider data) {
    FuzzedTalk.hold(new OpenVpnProtocol(), ScriptedConversation.tcp(1194), data);
  }
}
