package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Follows one connection until both sides encrypt, one of them gives up, or enough was seen.
final class TlsDialogue implements Dialogue, RecordSink {
  /// Encrypted records of one side without any of the other: the other was not captured.
  private static final int MAX_ENCRYPTED = 64;

  /// An alert that TLS 1.3 encrypted: two bytes, its type, a 16-byte tag.
  private static final int ENCRYPTED_ALERT = 19;

  private final RecordStream client = new RecordStream(Side.CLIENT, this);
  private final RecordStream server = new RecordStream(Side.SERVER, this);
  private final Opening clientOpening = new Opening();
  private final Opening serverOpening = new Opening();
  private final Handshake handshake;
  private boolean clientEncrypts;
  private boolean serverEncrypts;
  private int encryptedRecords;
  private boolean done;

  TlsDialogue(Conversation conversation, CertificateCache certificates) {
    this.handshake = new Handshake(conversation, certificates);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (done) {
      return false;
    }
    try {
      readOpen(side, data);
    } catch (MalformedMessageException e) {
      finish();
      throw e;
    }
    if (done) {
      handshake.emit();
    }
    return !done;
  }

  @Override
  public boolean gap(Side side, long length) {
    finish();
    return false;
  }

  @Override
  public void close() {
    finish();
  }

  @Override
  public void handshake(Side side, int type, Bytes body) {
    if (side == Side.CLIENT && type == HandshakeType.CLIENT_HELLO) {
      handshake.clientHello(ClientHello.parse(body));
    } else if (side == Side.SERVER && type == HandshakeType.SERVER_HELLO) {
      handshake.serverHello(ServerHello.parse(body));
    } else if (side == Side.SERVER && type == HandshakeType.CERTIFICATE) {
      handshake.certificates(body);
    } else if (type == HandshakeType.SERVER_HELLO_DONE) {
      handshake.serverHelloDone();
    }
  }

  @Override
  public void alert(Side side, int level, int description) {
    handshake.alert(AlertNames.of(level, description));
    done |= level == AlertNames.FATAL || description == AlertNames.CLOSE_NOTIFY;
  }

  @Override
  public void changeCipher(Side side) {
    if (handshake.agreed13()) {
      return;
    }
    if (side == Side.CLIENT) {
      clientEncrypts = handshake.answered();
    } else {
      serverEncrypts = true;
      handshake.serverChangesCipher();
    }
  }

  @Override
  public void encrypted(Side side, int type, int length) {
    encryptedRecords++;
    boolean gaveUp = handshake.agreed13() ? length <= ENCRYPTED_ALERT : type == Records.ALERT;
    if (handshake.answered() && !gaveUp) {
      handshake.secured(side);
    }
    done |= handshake.established() || gaveUp || encryptedRecords > MAX_ENCRYPTED;
  }

  @Override
  public boolean isEncrypted(Side side) {
    return side == Side.CLIENT ? clientEncrypts : serverEncrypts;
  }

  private void readOpen(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      boolean old = clientOpening.isVersion2(data);
      client.add(data, old ? clientOpening.readHello(data, handshake) : 0);
    } else if (serverOpening.isVersion2(data)) {
      handshake.serverHello2();
      done = true;
    } else {
      server.add(data, 0);
    }
  }

  private void finish() {
    done = true;
    handshake.emit();
  }
}
