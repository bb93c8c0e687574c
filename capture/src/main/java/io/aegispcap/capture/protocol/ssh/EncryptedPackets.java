package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Side;
import java.util.Optional;

/// Cuts what both sides encrypt into packets, exactly where lengths are in clear, else by frame,
/// and has the login judged by them.
final class EncryptedPackets {
  private final Optional<PacketCutter> fromClient;
  private final Optional<PacketCutter> fromServer;
  private final Login login;
  private final boolean judged;
  private Side side = Side.CLIENT;
  private int segment;
  private long segmentFrame;
  private long segmentTime;
  private long frameId;
  private long timestamp;

  private EncryptedPackets(Optional<Sealing> client, Optional<Sealing> server, boolean judged) {
    this.fromClient = client.filter(Sealing::lengthInClear).map(PacketCutter::new);
    this.fromServer = server.filter(Sealing::lengthInClear).map(PacketCutter::new);
    this.login =
        client.isPresent() && server.isPresent()
            ? new Login(client.get(), server.get())
            : new Login();
    this.judged = judged;
  }

  static EncryptedPackets of(Optional<KeyExchange> client, Optional<KeyExchange> server) {
    if (client.isEmpty() || server.isEmpty()) {
      return new EncryptedPackets(Optional.empty(), Optional.empty(), false);
    }
    KeyExchange asked = client.get();
    KeyExchange known = server.get();
    boolean compressed =
        isCompressed(asked.compressionToServer(), known.compressionToServer())
            || isCompressed(asked.compressionToClient(), known.compressionToClient());
    return new EncryptedPackets(
        sealing(
            asked.cipherToServer(),
            known.cipherToServer(),
            asked.macToServer(),
            known.macToServer()),
        sealing(
            asked.cipherToClient(),
            known.cipherToClient(),
            asked.macToClient(),
            known.macToClient()),
        !compressed);
  }

  void add(Side from, Bytes data, int at, Conversation conversation) {
    Optional<PacketCutter> cutter = from == Side.CLIENT ? fromClient : fromServer;
    if (segment > 0 && (from != side || conversation.frameId() != segmentFrame)) {
      endSegment();
    }
    side = from;
    segmentFrame = conversation.frameId();
    segmentTime = conversation.timestamp();
    if (cutter.isPresent()) {
      cutter.get().add(data, at, this::packet);
    } else {
      segment += data.length() - at;
    }
  }

  void end() {
    if (segment > 0) {
      endSegment();
    }
    login.end();
  }

  boolean decided() {
    return login.decided();
  }

  int attempts() {
    return judged ? login.attempts() : 0;
  }

  boolean authenticated() {
    return judged && login.authenticated();
  }

  int packets() {
    return login.packets();
  }

  /// Frame of the last packet that counted; 0 when there was none.
  long frameId() {
    return frameId;
  }

  long timestamp() {
    return timestamp;
  }

  private void endSegment() {
    int size = segment;
    segment = 0;
    packet(size);
  }

  private void packet(int size) {
    if (login.decided()) {
      return;
    }
    int before = login.attempts();
    login.packet(side, size);
    if (login.attempts() > before) {
      frameId = segmentFrame;
      timestamp = segmentTime;
    }
  }

  private static boolean isCompressed(String client, String server) {
    return KeyExchange.agree(client, server).map("zlib"::equals).orElse(false);
  }

  private static Optional<Sealing> sealing(
      String clientCiphers, String serverCiphers, String clientMacs, String serverMacs) {
    return KeyExchange.agree(clientCiphers, serverCiphers)
        .map(cipher -> Sealing.of(cipher, KeyExchange.agree(clientMacs, serverMacs).orElse("")));
  }
}
