package io.aegispcap.capture.protocol.ntlm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FuzzedTalk;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;

class NtlmFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsAnyBlobs(FuzzedDataProvider data) {
    FuzzedTalk.hold(new Blobs(), ScriptedConversation.tcp(445), data);
  }

  /// A protocol of security blobs and nothing around them.
  private static final class Blobs implements Protocol {
    @Override
    public String name() {
      return "blobs";
    }

    @Override
    public boolean over(int ipProtocol) {
      return true;
    }

    @Override
    public Recognition recognise(Side side, Bytes first) {
      return Recognition.YES;
    }

    @Override
    public Dialogue open(Conversation conversation) {
      NtlmExchange exchange = new NtlmExchange(conversation, name(), conversation::emit);
      return new Dialogue() {
        @Override
        public boolean read(Side side, Bytes data) {
          if (side == Side.CLIENT) {
            exchange.client(data);
          } else {
            exchange.server(data);
          }
          return true;
        }

        @Override
        public boolean gap(Side side, long length) {
          return true;
        }

        @Override
        public void close() {}
      };
    }
  }
}
