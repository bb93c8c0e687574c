package io.aegispcap.capture.protocol.login;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class TelnetFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyStream(FuzzedDataProvider data) {
    FuzzedTalk.hold(new TelnetProtocol(), ScriptedConversation.tcp(23), data);
  }
}
