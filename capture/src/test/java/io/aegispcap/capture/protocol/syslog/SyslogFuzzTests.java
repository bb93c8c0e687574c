package io.aegispcap.capture.protocol.syslog;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class SyslogFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyDatagrams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new SyslogProtocol(), ScriptedConversation.udp(514), data);
  }
}
