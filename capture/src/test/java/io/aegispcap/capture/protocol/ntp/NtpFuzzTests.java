package io.aegispcap.capture.protocol.ntp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class NtpFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyDatagrams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new NtpProtocol(), ScriptedConversation.udp(123), data);
  }
}
