package io.aegispcap.capture.protocol.stratum;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class StratumFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyStream(FuzzedDataProvider data) {
    FuzzedTalk.hold(new StratumProtocol(), ScriptedConversation.tcp(3333), data);
  }
}
