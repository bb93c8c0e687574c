package io.aegispcap.capture.protocol.ldap;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;

class LdapFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyMessages(FuzzedDataProvider data) {
    ScriptedConversation conversation =
        data.consumeBoolean() ? ScriptedConversation.tcp(389) : ScriptedConversation.udp(389);
    FuzzedTalk.hold(new LdapProtocol(), conversation, data);
  }
}
