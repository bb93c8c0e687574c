package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.capture.packet.ArpMessage;
import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which stations claim one IPv4 address by ARP. Holds the first [#MOST] of them.
final class AddressClaims {
  static final int MOST = 4;

  /// An answer this long after a question is an answer to it.
  private static final long ANSWER = 5 * Span.SECOND;

  /// One station's claims to the address.
  static final class Claimant {
    final AddressClaims address;
    final long mac;
    final Proof proof = new Proof();
    final Span span = new Span();
    long claims;

    /// Answers to nobody's question, told to one station or to all.
    long unasked;

    private Claimant(AddressClaims address, long mac) {
      this.address = address;
      this.mac = mac;
    }
  }

  final IpAddress ip;
  final List<Claimant> claimants = new ArrayList<>(1);
  private long lastAsked = Long.MIN_VALUE;
  private long lastMac;

  /// How often another station claimed it than the time before.
  int changes;

  AddressClaims(IpAddress ip) {
    this.ip = ip;
  }

  void asked(long time) {
    lastAsked = time;
  }

  void claimed(ArpMessage message) {
    Claimant claimant = claimant(message.senderMac());
    if (claimant == null) {
      return;
    }
    if (claimant.claims > 0 || claimants.size() > 1) {
      changes += lastMac == claimant.mac ? 0 : 1;
    }
    lastMac = claimant.mac;
    claimant.claims++;
    claimant.span.add(message.timestamp());
    boolean asked = lastAsked != Long.MIN_VALUE && message.timestamp() - lastAsked <= ANSWER;
    if (message.reply() && !asked) {
      claimant.unasked++;
      claimant.proof.add(message.frameId());
    } else if (claimants.size() > 1) {
      claimant.proof.add(message.frameId());
    }
  }

  private @Nullable Claimant claimant(long mac) {
    for (Claimant known : claimants) {
      if (known.mac == mac) {
        return known;
      }
    }
    if (claimants.size() == MOST) {
      return null;
    }
    Claimant fresh = new Claimant(this, mac);
    claimants.add(fresh);
    return fresh;
  }

  long mostUnasked() {
    return claimants.stream().mapToLong(claimant -> claimant.unasked).max().orElse(0);
  }

  boolean contested() {
    return claimants.size() > 1;
  }
}
