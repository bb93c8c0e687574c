package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known so far of one handshake; becomes a [TlsHandshake] when nothing more will come.
final class Handshake {
  private static final int MAX_CERTIFICATES = 16;

  private final Conversation conversation;
  private final CertificateCache known;
  private @Nullable ClientHello client;
  private @Nullable ServerHello server;
  private boolean version2Client;
  private boolean version2Server;
  private boolean retried;
  private boolean shownByServer;
  private boolean resumed;
  private boolean clientSecured;
  private boolean serverSecured;
  private List<Certificate> certificates = List.of();
  private Optional<String> alert = Optional.empty();
  private long frameId;
  private long timestamp;
  private long certificateFrameId;
  private boolean started;
  private boolean emitted;

  Handshake(Conversation conversation, CertificateCache known) {
    this.conversation = conversation;
    this.known = known;
  }

  void clientHello(ClientHello hello) {
    if (client == null) {
      client = hello;
      start();
    }
  }

  void clientHello2(ClientHello hello) {
    version2Client = true;
    clientHello(hello);
  }

  void serverHello(ServerHello hello) {
    if (hello.isRetry()) {
      retried = true;
    } else if (server == null) {
      server = hello;
      resumed = Versions.atLeast13(hello.version()) && hello.resumes13();
      start();
    }
  }

  /// The server answered in SSL 2.0.
  void serverHello2() {
    version2Server = true;
    start();
  }

  void serverHelloDone() {
    shownByServer = true;
  }

  void serverChangesCipher() {
    resumed = server != null && !shownByServer;
  }

  void certificates(Bytes body) {
    if (!certificates.isEmpty() || agreed13()) {
      return;
    }
    Cursor in = new Cursor(body);
    Cursor chain = new Cursor(in.take(in.u24()));
    List<Certificate> read = new ArrayList<>();
    while (chain.hasMore() && read.size() < MAX_CERTIFICATES) {
      addTo(read, chain.take(chain.u24()));
    }
    certificates = read;
    certificateFrameId = read.isEmpty() ? 0 : conversation.frameId();
  }

  void alert(String text) {
    start();
    if (alert.isEmpty()) {
      alert = Optional.of(text);
    }
  }

  void secured(Side side) {
    if (side == Side.CLIENT) {
      clientSecured = true;
    } else {
      serverSecured = true;
    }
  }

  boolean answered() {
    return server != null;
  }

  boolean agreed13() {
    return server != null ? Versions.atLeast13(server.version()) : retried;
  }

  boolean established() {
    return clientSecured && serverSecured;
  }

  /// Emits it once, if anything was said.
  void emit() {
    if (started && !emitted) {
      emitted = true;
      conversation.emit(fact());
    }
  }

  /// A certificate that cannot be read leaves the rest of the handshake as it is.
  private void addTo(List<Certificate> read, Bytes der) {
    try {
      read.add(known.of(der));
    } catch (MalformedMessageException e) {
      return;
    }
  }

  private void start() {
    if (!started) {
      started = true;
      frameId = conversation.frameId();
      timestamp = conversation.timestamp();
    }
  }

  private TlsHandshake fact() {
    ClientHello hello = client != null ? client : new ClientHello();
    boolean fingerprinted = client != null && !version2Client;
    return new TlsHandshake(
        frameId,
        timestamp,
        certificateFrameId,
        established(),
        resumed,
        version(),
        client != null ? Versions.name(hello.version) : "",
        hello.versionNames(),
        server != null ? server.cipher() : "",
        hello.serverName(),
        hello.alpn(),
        server != null ? server.alpn() : Optional.empty(),
        fingerprinted ? hello.ja3() : "",
        server != null ? server.ja3s() : "",
        fingerprinted ? hello.ja4('t') : "",
        certificates,
        alert);
  }

  private String version() {
    if (server != null) {
      return Versions.name(server.version());
    }
    return version2Server ? Versions.name(Versions.SSL2) : "";
  }
}
