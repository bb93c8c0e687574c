package io.aegispcap.capture.protocol.kerberos;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class KerberosFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyMessages(FuzzedDataProvider data) {
    ScriptedConversation conversation =
        data.consumeBoolean() ? ScriptedConversation.tcp(88) : ScriptedConversation.udp(88);
    FuzzedTalk.hold(new KerberosProtocol(), conversation, data);
  }
}
