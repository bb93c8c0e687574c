package io.aegispcap.capture.protocol.login;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.ScriptedConversation;

class LoginFuzzTests {
  private static final Protocol[] PROTOCOLS = {
    new FtpProtocol(),
    new SmtpProtocol(),
    new Pop3Protocol(),
    new ImapProtocol(),
    new MysqlProtocol(),
    new PostgresProtocol(),
    new VncProtocol()
  };

  @FuzzTest(maxDuration = "4m")
  void readsAnyStreams(FuzzedDataProvider data) {
    FuzzedTalk.hold(data.pickValue(PROTOCOLS), ScriptedConversation.tcp(21), data);
  }
}
