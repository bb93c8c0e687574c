package io.aegispcap.capture.protocol.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class HttpFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyStreams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new HttpProtocol(), ScriptedConversation.tcp(80), data);
  }
}
