package io.aegispcap.capture.protocol.irc;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class IrcFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyStream(FuzzedDataProvider data) {
    FuzzedTalk.hold(new IrcProtocol(), ScriptedConversation.tcp(6667), data);
  }
}
