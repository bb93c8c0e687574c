package io.aegispcap.capture.protocol.tftp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class TftpFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyDatagrams(FuzzedDataProvider data) {
    FuzzedTalk.hold(new TftpProtocol(), ScriptedConversation.udp(69), data);
  }
}
