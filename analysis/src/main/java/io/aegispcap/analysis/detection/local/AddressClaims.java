package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which stations claim one address, by ARP or neighbour discovery. Holds the first [#MOST] of
/// them.
final class AddressClaims {
  static final int MOST = 4;

  /// An answer this long after a question is an answer to it.
  private static final long ANSWER = 5 * Span.SECOND;

  /// A probe waits that long for an answer (RFC 4862 5.1 and RFC 4861 10: one second), and some
  /// more.
  private static final long PROBE = 2 * Span.SECOND;

  /// Two stations that claim an address within this time are both there.
  private static final long TURN = 10 * Span.SECOND;

  /// One station's claims to the address.
  static final class Claimant {
    final AddressClaims address;
    final long mac;
    final Proof proof = new Proof();
    final Span span = new Span();
    long claims;

    /// Answers to nobody's question, told to one station or to all.
    long unasked;

    /// Answers to others that probed for the address before taking it.
    long denials;

    private Claimant(AddressClaims address, long mac) {
      this.address = address;
      this.mac = mac;
    }
  }

  final IpAddress ip;
  final List<Claimant> claimants = new ArrayList<>(1);
  private long lastAsked = Long.MIN_VALUE;
  private long lastMac;
  private long lastClaim;
  private long lastProbe = Long.MIN_VALUE;
  private long prober;

  /// Whether its first claimant routes.
  boolean routed;

  /// How often another station claimed it than the time before.
  int changes;

  /// Changes within [#TURN] of the claim before.
  int turns;

  AddressClaims(IpAddress ip) {
    this.ip = ip;
  }

  void asked(long time) {
    lastAsked = time;
  }

  /// Somebody asks, before taking the address, if it is taken already.
  ///
  /// @param station hardware address of who asks
  void probed(long station, long time) {
    asked(time);
    lastProbe = time;
    prober = station;
  }

  /// Whether somebody else probed for the address just before.
  boolean deniedBy(long station, long time) {
    return lastProbe != Long.MIN_VALUE && time - lastProbe <= PROBE && prober != station;
  }

  /// A claim that keeps somebody from taking the address, see [#claimed].
  void denied(long mac, long time, long frameId) {
    Claimant claimant = claimant(mac);
    if (claimant != null) {
      claimant.denials++;
      claimant.span.add(time);
      claimant.proof.add(frameId);
    }
  }

  /// Whether somebody asked just before.
  boolean askedBefore(long time) {
    return lastAsked != Long.MIN_VALUE && time - lastAsked <= ANSWER;
  }

  /// Whether somebody probed just before.
  boolean probedBefore(long time) {
    return lastProbe != Long.MIN_VALUE && time - lastProbe <= ANSWER;
  }

  /// @param unasked whether it is told as an answer to nobody's question
  void claimed(long mac, boolean unasked, long time, long frameId) {
    Claimant claimant = claimant(mac);
    if (claimant == null) {
      return;
    }
    if ((claimant.claims > 0 || claimants.size() > 1) && lastMac != mac) {
      changes++;
      turns += time - lastClaim <= TURN ? 1 : 0;
    }
    lastMac = mac;
    lastClaim = time;
    claimant.claims++;
    claimant.span.add(time);
    if (unasked) {
      claimant.unasked++;
      claimant.proof.add(frameId);
    } else if (claimants.size() > 1) {
      claimant.proof.add(frameId);
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

  /// Whether that station was the first to claim it.
  boolean firstIs(long mac) {
    return !claimants.isEmpty() && claimants.getFirst().mac == mac;
  }

  boolean contested() {
    return claimants.size() > 1;
  }

  /// Stations that take over addresses by design: VRRP and CARP (RFC 9568 7.3), HSRP (RFC 2281
  /// 5.2), its version 2 for IPv4 and IPv6, GLBP.
  static boolean virtual(long mac) {
    long vendor = mac >>> 16;
    return mac >>> 8 == 0x0000_5e00_01L
        || mac >>> 8 == 0x0000_5e00_02L
        || mac >>> 8 == 0x0000_0c07_acL
        || mac >>> 12 == 0x0000_0c9f_fL
        || mac >>> 12 == 0x0005_73a0_0L
        || vendor == 0x0007_b400L;
  }
}
