package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.tls.ClientHello;
import io.aegispcap.capture.protocol.tls.ServerHello;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads Initial packets until both hellos are known or it has seen enough datagrams.
final class QuicDialogue implements Dialogue {
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;
  private static final int MAX_DATAGRAMS = 32;

  /// Datagrams waited for after the client's hello, for the server's.
  private static final int MAX_LATER = 8;

  private final Conversation conversation;
  private final CryptoStream fromClient = new CryptoStream();
  private final CryptoStream fromServer = new CryptoStream();
  private byte @Nullable [] original;
  private @Nullable ClientHello hello;
  private String version = "";
  private String cipher = "";
  private long frameId;
  private long timestamp;
  private int datagrams;
  private int later;
  private boolean opened;
  private boolean done;

  QuicDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (done) {
      return false;
    }
    try {
      readPackets(side, data);
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
    datagrams++;
    later += hello != null ? 1 : 0;
    if (datagrams > MAX_DATAGRAMS || later > MAX_LATER) {
      close();
    }
    return !done;
  }

  @Override
  public boolean gap(Side side, long length) {
    return !done;
  }

  @Override
  public void close() {
    if (!done && hello != null) {
      conversation.emit(fact(hello));
    }
    done = true;
  }

  private void readPackets(Side side, Bytes data) {
    int at = 0;
    while (at < data.length() && !done) {
      Optional<LongHeader> header = LongHeader.read(data, at);
      if (header.isEmpty()) {
        return;
      }
      readPacket(side, data, header.get());
      at = header.get().end();
    }
  }

  private void readPacket(Side side, Bytes data, LongHeader header) {
    if (header.kind() != LongHeader.Kind.INITIAL) {
      return;
    }
    if (side == Side.CLIENT) {
      readClient(data, header);
    } else if (original != null) {
      readServer(data, header, original);
    }
  }

  private void readClient(Bytes data, LongHeader header) {
    if (hello != null) {
      return;
    }
    Optional<byte[]> frames = openClient(data, header);
    if (frames.isEmpty() && !opened) {
      throw new MalformedMessageException("QUIC Initial packet fails its check");
    }
    if (frames.isPresent()) {
      opened = true;
      Frames.read(frames.get(), fromClient);
      fromClient.message(CLIENT_HELLO).ifPresent(body -> complete(header, body));
    }
  }

  /// Keys follow from the client's first connection id; after a Retry, from the one it takes up.
  private Optional<byte[]> openClient(Bytes data, LongHeader header) {
    byte[] known = original != null ? original : header.destination();
    Optional<byte[]> frames = open(data, header, known, Side.CLIENT);
    if (frames.isEmpty() && !Arrays.equals(known, header.destination())) {
      known = header.destination();
      frames = open(data, header, known, Side.CLIENT);
    }
    if (frames.isPresent()) {
      original = known;
    }
    return frames;
  }

  private void readServer(Bytes data, LongHeader header, byte[] id) {
    Optional<byte[]> frames = open(data, header, id, Side.SERVER);
    if (frames.isEmpty()) {
      return;
    }
    Frames.read(frames.get(), fromServer);
    Optional<Bytes> body = fromServer.message(SERVER_HELLO);
    if (body.isPresent()) {
      cipher = ServerHello.parse(body.get()).cipher();
      close();
    }
  }

  private static Optional<byte[]> open(Bytes data, LongHeader header, byte[] id, Side side) {
    InitialKeys keys = InitialKeys.derive(header.version(), id, side);
    return InitialPacket.open(data, header, keys);
  }

  private void complete(LongHeader header, Bytes body) {
    hello = ClientHello.parse(body);
    version = header.version().name();
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  private QuicInitial fact(ClientHello hello) {
    return new QuicInitial(
        frameId,
        timestamp,
        version,
        hello.serverName(),
        hello.alpn(),
        hello.ja3(),
        hello.ja4('q'),
        cipher);
  }
}
