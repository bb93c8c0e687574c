package io.aegispcap.capture.protocol.http2;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class Http2FuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyStream(FuzzedDataProvider data) {
    FuzzedTalk.hold(new Http2Protocol(), ScriptedConversation.tcp(80), data);
  }
}
