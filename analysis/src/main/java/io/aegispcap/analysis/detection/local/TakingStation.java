package io.aegispcap.analysis.detection.local;

import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.LinkMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What one station does by neighbour discovery, over all addresses; see [NeighbourSpoofing].
final class TakingStation {
  private static final int NAMED = 3;

  private final long mac;

  /// Addresses of others that it insists on.
  private final List<AddressClaims.Claimant> insisted = new ArrayList<>();

  /// Addresses that it and others claim in turns.
  private final List<AddressClaims.Claimant> inTurns = new ArrayList<>();

  /// Addresses, of others or not, that it does not cease to claim.
  private final List<AddressClaims.Claimant> persistent = new ArrayList<>();

  private final List<AddressClaims.Claimant> denied = new ArrayList<>();
  private final TreeSet<IpAddress> own = new TreeSet<>();

  TakingStation(long mac) {
    this.mac = mac;
  }

  void add(AddressClaims.Claimant claimant) {
    AddressClaims address = claimant.address;
    if (claimant.denials > 0) {
      denied.add(claimant);
    } else if (persists(claimant)) {
      persistent.add(claimant);
    } else if (!address.contested()) {
      own.add(address.ip);
    }
    if (address.contested() && address.turns >= NeighbourSpoofing.TURNS) {
      inTurns.add(claimant);
    }
    if (address.contested()
        && claimant.unasked >= NeighbourSpoofing.UNASKED
        && claimant.unasked == address.mostUnasked()) {
      insisted.add(claimant);
    }
  }

  private static boolean persists(AddressClaims.Claimant claimant) {
    return claimant.unasked >= NeighbourSpoofing.MANY
        && claimant.span.last() - claimant.span.first() <= claimant.unasked * NeighbourSpoofing.GAP;
  }

  void judge(Consumer<Finding> findings) {
    grade().ifPresent(severity -> findings.accept(takeover(severity)));
    if (denied.size() >= NeighbourSpoofing.DENIED) {
      findings.accept(denial());
    }
  }

  private Optional<Severity> grade() {
    boolean several = insisted.size() >= NeighbourSpoofing.ADDRESSES;
    boolean router = insisted.stream().anyMatch(c -> c.address.routed);
    int turns = insisted.stream().mapToInt(c -> c.address.turns).max().orElse(0);
    boolean ofSeveral = others(insisted) > 1;
    boolean fought = turns >= NeighbourSpoofing.MANY_TURNS && (router || ofSeveral);
    boolean pressed = ofSeveral && insisted.stream().allMatch(TakingStation::persists);
    if (several && (fought || pressed)) {
      return Optional.of(Severity.HIGH);
    }
    if (persistent.size() >= NeighbourSpoofing.ADDRESSES
        || turns >= NeighbourSpoofing.TURNS
        || inTurns.size() >= NeighbourSpoofing.ADDRESSES && others(inTurns) > 1) {
      return Optional.of(Severity.MEDIUM);
    }
    return several && router ? Optional.of(Severity.LOW) : Optional.empty();
  }

  /// How many other stations claim these addresses: of one that is deceived, only the deceiver.
  private long others(List<AddressClaims.Claimant> claims) {
    return claims.stream()
        .flatMap(claim -> claim.address.claimants.stream())
        .filter(claimant -> claimant.mac != mac)
        .map(claimant -> claimant.mac)
        .distinct()
        .count();
  }

  private Finding takeover(Severity severity) {
    List<AddressClaims.Claimant> worst = new ArrayList<>(insisted);
    Stream.concat(inTurns.stream(), persistent.stream())
        .filter(claim -> !worst.contains(claim))
        .forEach(worst::add);
    worst.sort(
        Comparator.comparingLong((AddressClaims.Claimant claim) -> -claim.unasked)
            .thenComparing(claim -> claim.address.ip));
    long unasked = worst.stream().mapToLong(claim -> claim.unasked).sum();
    long turns = worst.stream().mapToLong(claim -> claim.address.turns).max().orElse(0);
    return finding(
        Optional.of(worst.getFirst().address.ip.toString()),
        "%s told its link %d times, unasked, that it has %s%s"
            .formatted(
                named(),
                unasked,
                listed(worst),
                worst.stream().anyMatch(claim -> claim.address.contested())
                    ? ", which others claim too"
                    : ""),
        severity,
        reason(turns),
        worst,
        NeighbourSpoofing.measures(unasked, worst.size(), turns));
  }

  private String reason(long turns) {
    if (turns >= NeighbourSpoofing.TURNS) {
      return "other stations claim the same addresses and are still there";
    }
    return persistent.size() >= NeighbourSpoofing.ADDRESSES
        ? "nobody asked, and who takes over for another does not go on telling it"
        : "other stations claimed the same addresses, but are silent now";
  }

  private Finding denial() {
    return finding(
        Optional.empty(),
        "%s answered others that probed for %d IPv6 addresses before taking them: %s"
            .formatted(named(), denied.size(), listed(denied)),
        Severity.MEDIUM,
        "the number of addresses; one that is taken twice by mistake is one",
        denied,
        new Measure("addresses denied", denied.size(), NeighbourSpoofing.DENIED, "addresses"));
  }

  private static String listed(List<AddressClaims.Claimant> claims) {
    String named =
        String.join(
            ", ", claims.stream().limit(NAMED).map(claim -> claim.address.ip.toString()).toList());
    return claims.size() > NAMED ? named + " and %d more".formatted(claims.size() - NAMED) : named;
  }

  /// Its own address, where it is known to have one only, else its hardware address.
  private String subject() {
    return own.size() == 1 ? own.getFirst().toString() : LinkMessage.macText(mac);
  }

  private String named() {
    return own.size() == 1 ? subject() + " (" + LinkMessage.macText(mac) + ")" : subject();
  }

  private Finding finding(
      Optional<String> target,
      String sentence,
      Severity severity,
      String reason,
      List<AddressClaims.Claimant> claims,
      Measure... measures) {
    return new Finding(
        NeighbourSpoofing.INFO,
        subject(),
        target,
        sentence,
        severity,
        NeighbourSpoofing.confidence(severity),
        reason,
        claims.stream().mapToLong(claim -> claim.span.first()).min().orElseThrow(),
        claims.stream().mapToLong(claim -> claim.span.last()).max().orElseThrow(),
        claims.stream().mapToLong(claim -> Math.max(claim.claims, claim.denials)).sum(),
        List.of(measures),
        Proof.joined(claims.stream().map(claim -> claim.proof).toList()));
  }
}
