package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;

/// The opening and closing of a TCP connection, as far as it was seen (RFC 9293 3.5, 3.6). For
/// other protocols nothing here is ever set.
public final class Handshake {
  static final long UNSEEN = Long.MIN_VALUE;

  private long synTime = UNSEEN;
  private long synAckTime = UNSEEN;
  private long ackTime = UNSEEN;
  private boolean forwardFin;
  private boolean backwardFin;
  private boolean forwardReset;
  private boolean backwardReset;
  private boolean resetFirst;

  void clear() {
    synTime = UNSEEN;
    synAckTime = UNSEEN;
    ackTime = UNSEEN;
    forwardFin = false;
    backwardFin = false;
    forwardReset = false;
    backwardReset = false;
    resetFirst = false;
  }

  void add(Packet packet, boolean forward, long timestamp) {
    if (packet.has(Packet.RST)) {
      resetFirst |= !forwardReset && !backwardReset && synAckTime == UNSEEN;
      forwardReset |= forward;
      backwardReset |= !forward;
    } else if (packet.has(Packet.SYN)) {
      opens(packet.has(Packet.ACK), forward, timestamp);
    } else if (forward && synAckTime != UNSEEN && ackTime == UNSEEN && packet.has(Packet.ACK)) {
      ackTime = timestamp;
    }
    if (packet.has(Packet.FIN)) {
      forwardFin |= forward;
      backwardFin |= !forward;
    }
  }

  private void opens(boolean answer, boolean forward, long timestamp) {
    if (forward && !answer && synTime == UNSEEN) {
      synTime = timestamp;
    } else if (!forward && answer && synAckTime == UNSEEN) {
      synAckTime = timestamp;
    }
  }

  /// Whether both sides closed, or one aborted.
  boolean closed() {
    return forwardFin && backwardFin || forwardReset || backwardReset;
  }

  boolean reset() {
    return forwardReset || backwardReset;
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

  /// The state by Zeek's names.
  ///
  /// @param answered whether the responder sent any packet
  /// @param established whether data or acknowledgements went both ways
  ConnectionState state(boolean answered, boolean established) {
    if (synSeen() && resetFirst && backwardReset && !established) {
      return ConnectionState.REJ;
    }
    if (synAckSeen() || synSeen() && established) {
      return synSeen() ? afterOpening() : withoutSyn();
    }
    return synSeen() ? withoutAnswer(answered) : ConnectionState.OTH;
  }

  private ConnectionState afterOpening() {
    if (forwardReset && !(backwardReset && resetFirst)) {
      return ConnectionState.RSTO;
    }
    if (backwardReset) {
      return ConnectionState.RSTR;
    }
    if (forwardFin) {
      return backwardFin ? ConnectionState.SF : ConnectionState.S2;
    }
    return backwardFin ? ConnectionState.S3 : ConnectionState.S1;
  }

  private ConnectionState withoutSyn() {
    if (backwardReset) {
      return ConnectionState.RSTRH;
    }
    return backwardFin ? ConnectionState.SHR : ConnectionState.OTH;
  }

  private ConnectionState withoutAnswer(boolean answered) {
    if (backwardReset) {
      return ConnectionState.REJ;
    }
    if (forwardReset) {
      return ConnectionState.RSTOS0;
    }
    if (forwardFin) {
      return ConnectionState.SH;
    }
    return answered ? ConnectionState.OTH : ConnectionState.S0;
  }
}
