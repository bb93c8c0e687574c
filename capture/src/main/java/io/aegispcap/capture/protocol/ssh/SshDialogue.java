package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import java.util.Optional;

/// Follows one connection until its login is judged, and emits one fact. Who is the client shows in
/// the key exchange: behind a reverse tunnel it is the side that was connected to.
final class SshDialogue implements Dialogue, SshSink {
  private final Conversation conversation;
  private final SshStream client = new SshStream(Side.CLIENT, this);
  private final SshStream server = new SshStream(Side.SERVER, this);
  private String clientBanner = "";
  private String serverBanner = "";
  private Optional<KeyExchange> clientOffer = Optional.empty();
  private Optional<KeyExchange> serverOffer = Optional.empty();
  private Optional<EncryptedPackets> encrypted = Optional.empty();
  private long frameId;
  private long timestamp;
  private boolean reversed;
  private boolean old;
  private boolean done;

  SshDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (done) {
      return false;
    }
    try {
      (side == Side.CLIENT ? client : server).add(data);
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
    if (oldOnBothSides() || encrypted.map(EncryptedPackets::decided).orElse(false)) {
      close();
    }
    return !done;
  }

  @Override
  public boolean gap(Side side, long length) {
    close();
    return false;
  }

  @Override
  public void close() {
    boolean spoken = !clientBanner.isEmpty() || !serverBanner.isEmpty();
    if (!done && spoken) {
      encrypted.ifPresent(EncryptedPackets::end);
      conversation.emit(fact());
    }
    done = true;
  }

  @Override
  public void banner(Side side, String line) {
    if (frameId == 0) {
      frameId = conversation.frameId();
      timestamp = conversation.timestamp();
    }
    old |= line.startsWith("SSH-1.") && !line.startsWith("SSH-1.99");
    if (side == Side.CLIENT) {
      clientBanner = line;
    } else {
      serverBanner = line;
    }
  }

  @Override
  public void keyExchange(Side side, KeyExchange offer) {
    if (side == Side.CLIENT && clientOffer.isEmpty()) {
      clientOffer = Optional.of(offer);
    } else if (side == Side.SERVER && serverOffer.isEmpty()) {
      serverOffer = Optional.of(offer);
    }
  }

  @Override
  public void actsAsClient(Side side) {
    reversed = side == Side.SERVER;
  }

  @Override
  public void encrypted(Side side, Bytes data, int from) {
    if (encrypted.isEmpty()) {
      encrypted =
          Optional.of(
              EncryptedPackets.of(
                  reversed ? serverOffer : clientOffer, reversed ? clientOffer : serverOffer));
    }
    encrypted.get().add(reversed ? side.other() : side, data, from, conversation);
  }

  /// SSH 1 is not read further; with one such side there will be no SSH 2 either.
  private boolean oldOnBothSides() {
    return old && !clientBanner.isEmpty() && !serverBanner.isEmpty();
  }

  private SshConversation fact() {
    boolean judged = encrypted.map(packets -> packets.frameId() != 0).orElse(false);
    return new SshConversation(
        judged ? encrypted.get().frameId() : frameId,
        judged ? encrypted.get().timestamp() : timestamp,
        reversed ? serverBanner : clientBanner,
        reversed ? clientBanner : serverBanner,
        (reversed ? serverOffer : clientOffer).map(KeyExchange::hassh),
        (reversed ? clientOffer : serverOffer).map(KeyExchange::hasshServer),
        encrypted.map(EncryptedPackets::attempts).orElse(0),
        encrypted.map(EncryptedPackets::authenticated).orElse(false),
        encrypted.map(EncryptedPackets::packets).orElse(0));
  }
}
