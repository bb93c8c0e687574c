package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.ntlm.NtlmExchange;
import io.aegispcap.capture.protocol.ntlm.NtlmMessage;
import java.util.Optional;

/// Gathers what is said at logins of a connection, and tells of each when the server has judged it.
final class Login {
  /// SPNEGO's name of Kerberos 5, 1.2.840.113554.1.2.2, and the one that Windows 2000 wrote.
  private static final byte[] KERBEROS = {
    0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x12, 0x01, 0x02, 0x02
  };

  private static final byte[] KERBEROS_OF_2000 = {
    0x2a, (byte) 0x86, 0x48, (byte) 0x82, (byte) 0xf7, 0x12, 0x01, 0x02, 0x02
  };

  private static final NtlmMessage.Authenticate NOBODY =
      new NtlmMessage.Authenticate("", "", "", 0);

  private final Conversation conversation;
  private final NtlmExchange ntlm;
  private String dialect = "";
  private boolean signingRequired;
  private String mechanism = "";
  private NtlmMessage.Authenticate who = NOBODY;
  private boolean waiting;

  Login(Conversation conversation) {
    this.conversation = conversation;
    this.ntlm = new NtlmExchange(conversation, "smb", conversation::emit);
  }

  void agreed(String version, boolean signing) {
    dialect = version;
    signingRequired = signing;
  }

  /// The client's part of a login.
  void asked(Bytes blob) {
    waiting = true;
    Optional<NtlmMessage> message = ntlm.client(blob);
    if (message.isPresent()) {
      mechanism = "ntlm";
      if (message.get() instanceof NtlmMessage.Authenticate authenticate) {
        who = authenticate;
      }
    } else if (blob.indexOf(KERBEROS, 0) >= 0 || blob.indexOf(KERBEROS_OF_2000, 0) >= 0) {
      mechanism = "kerberos";
    }
  }

  /// A login whose names stand in the open.
  void asked(String domain, String user) {
    waiting = true;
    mechanism = "";
    who = new NtlmMessage.Authenticate(domain, user, "", 0);
  }

  /// @param answer the server's message, which may hold its part of the login
  void answered(long status, boolean guest, Bytes answer) {
    if (status == NtStatus.MORE_PROCESSING_REQUIRED) {
      ntlm.server(answer);
      return;
    }
    if (!waiting) {
      return;
    }
    tell(status, guest);
  }

  private void tell(long status, boolean guest) {
    waiting = false;
    conversation.emit(
        new SmbSession(
            conversation.frameId(),
            conversation.timestamp(),
            dialect,
            mechanism,
            who.domain(),
            who.user(),
            who.workstation(),
            who.version(),
            status,
            guest,
            signingRequired));
    who = NOBODY;
    mechanism = "";
  }

  /// A login without a verdict is told of.
  void close() {
    if (waiting) {
      tell(NtStatus.UNANSWERED, false);
    }
  }
}
