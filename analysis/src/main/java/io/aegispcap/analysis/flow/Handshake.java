package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;

/// The opening and closing of a TCP connection, as far as it was seen (RFC 9293 3.5, 3.6). For
/// other protocols nothing here is ever set.
public final class Handshake {
  static final long UNSEEN = Long.MIN_VALUE;

  /// How far one side came, as Zeek follows it.
  private enum Endpoint {
    SILENT,
    SYN_SENT,
    /// It spoke, and its opening was not seen.
    PARTIAL,
    ESTABLISHED,
    CLOSED,
    RESET;

    /// Whether nothing shows that it opened the connection or agreed to it.
    boolean unopened() {
      return this == SILENT || this == PARTIAL;
    }
  }

  private long synTime = UNSEEN;
  private long synAckTime = UNSEEN;
  private long ackTime = UNSEEN;
  private Endpoint originator = Endpoint.SILENT;
  private Endpoint responder = Endpoint.SILENT;

  /// Whether the side that reset last had closed before.
  private boolean resetAfterClose;

  void clear() {
    synTime = UNSEEN;
    synAckTime = UNSEEN;
    ackTime = UNSEEN;
    originator = Endpoint.SILENT;
    responder = Endpoint.SILENT;
    resetAfterClose = false;
  }

  void add(Packet packet, boolean forward, long timestamp) {
    if (!packet.has(Packet.RST)) {
      note(packet, forward, timestamp);
    }
    Endpoint own = forward ? originator : responder;
    Endpoint next =
        switch (own) {
          case SILENT -> first(packet, forward);
          case SYN_SENT -> ended(packet, own);
          case PARTIAL, ESTABLISHED -> later(packet, own, forward);
          case CLOSED -> abortAfterClose(packet, forward);
          case RESET -> own;
        };
    if (forward) {
      originator = next;
    } else {
      responder = next;
    }
  }

  private void note(Packet packet, boolean forward, long timestamp) {
    boolean answers = packet.has(Packet.ACK);
    if (!packet.has(Packet.SYN)) {
      if (forward && answers && synAckTime != UNSEEN && ackTime == UNSEEN) {
        ackTime = timestamp;
      }
    } else if (forward && !answers && synTime == UNSEEN) {
      synTime = timestamp;
    } else if (!forward && answers && synAckTime == UNSEEN) {
      synAckTime = timestamp;
    }
  }

  private Endpoint first(Packet packet, boolean forward) {
    if (packet.has(Packet.SYN)) {
      if (!forward && originator == Endpoint.SYN_SENT) {
        originator = Endpoint.ESTABLISHED;
      }
      return ended(packet, forward ? Endpoint.SYN_SENT : Endpoint.ESTABLISHED);
    }
    if (packet.has(Packet.FIN) || packet.has(Packet.RST)) {
      return ended(packet, Endpoint.SILENT);
    }
    Endpoint peer = forward ? responder : originator;
    if (!forward && packet.payloadLength() == 0 && peer == Endpoint.SYN_SENT) {
      return Endpoint.SILENT; // some acknowledge a SYN before they answer it
    }
    boolean agrees = packet.has(Packet.ACK) && peer == Endpoint.ESTABLISHED;
    return agrees ? Endpoint.ESTABLISHED : Endpoint.PARTIAL;
  }

  private static Endpoint ended(Packet packet, Endpoint otherwise) {
    if (packet.has(Packet.RST)) {
      return Endpoint.RESET;
    }
    return packet.has(Packet.FIN) ? Endpoint.CLOSED : otherwise;
  }

  private Endpoint later(Packet packet, Endpoint own, boolean forward) {
    Endpoint peer = forward ? responder : originator;
    if (packet.has(Packet.RST)) {
      resetAfterClose = false;
    } else if (packet.has(Packet.FIN) && peer == Endpoint.RESET && resetAfterClose) {
      closeOther(forward);
    } else if (own == Endpoint.PARTIAL && peer == Endpoint.SILENT && onlySyn(packet)) {
      return Endpoint.SYN_SENT;
    }
    return ended(packet, own);
  }

  private static boolean onlySyn(Packet packet) {
    return packet.has(Packet.SYN) && !packet.has(Packet.ACK);
  }

  /// FIN, RST, and then the other side's FIN: both closed after all.
  private void closeOther(boolean forward) {
    if (forward) {
      responder = Endpoint.CLOSED;
    } else {
      originator = Endpoint.CLOSED;
    }
  }

  /// A reset changes nothing any more once both sides have closed.
  private Endpoint abortAfterClose(Packet packet, boolean forward) {
    Endpoint peer = forward ? responder : originator;
    if (!packet.has(Packet.RST) || peer == Endpoint.CLOSED) {
      return Endpoint.CLOSED;
    }
    resetAfterClose = true;
    return Endpoint.RESET;
  }

  /// Whether both sides closed, or one aborted.
  boolean closed() {
    return originator == Endpoint.CLOSED && responder == Endpoint.CLOSED || reset();
  }

  boolean reset() {
    return originator == Endpoint.RESET || responder == Endpoint.RESET;
  }

  public boolean synSeen() {
    return synTime != UNSEEN;
  }

  public boolean synAckSeen() {
    return synAckTime != UNSEEN;
  }

  /// Microseconds from SYN to SYN-ACK: the round trip to the responder; 0 when not both were seen.
  public double synToSynAck() {
    return between(synTime, synAckTime);
  }

  /// Microseconds from SYN-ACK to its acknowledgement: the round trip to the originator.
  public double synAckToAck() {
    return between(synAckTime, ackTime);
  }

  private static double between(long from, long to) {
    return from == UNSEEN || to == UNSEEN ? 0 : Math.max(0, to - from) / 1000.0;
  }

  /// The state by Zeek's names and rules (its script base/protocols/conn/main.zeek).
  ///
  /// @param data whether either side sent payload
  ConnectionState state(boolean data) {
    if (responder == Endpoint.RESET) {
      return resetByResponder(data);
    }
    if (originator == Endpoint.RESET) {
      return responder.unopened() ? ConnectionState.RSTOS0 : ConnectionState.RSTO;
    }
    if (originator == Endpoint.CLOSED) {
      return closedByOriginator();
    }
    if (responder == Endpoint.CLOSED) {
      return originator.unopened() ? ConnectionState.SHR : ConnectionState.S3;
    }
    return open();
  }

  private ConnectionState resetByResponder(boolean data) {
    if (originator == Endpoint.SYN_SENT || originator == Endpoint.RESET && !data) {
      return ConnectionState.REJ;
    }
    return originator.unopened() ? ConnectionState.RSTRH : ConnectionState.RSTR;
  }

  private ConnectionState closedByOriginator() {
    if (responder == Endpoint.CLOSED) {
      return ConnectionState.SF;
    }
    return responder.unopened() ? ConnectionState.SH : ConnectionState.S2;
  }

  private ConnectionState open() {
    if (originator == Endpoint.SYN_SENT && responder == Endpoint.SILENT) {
      return ConnectionState.S0;
    }
    boolean both = originator == Endpoint.ESTABLISHED && responder == Endpoint.ESTABLISHED;
    return both ? ConnectionState.S1 : ConnectionState.OTH;
  }
}
