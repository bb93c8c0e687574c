package io.aegispcap.platform.network;

import io.aegispcap.analysis.tuning.Allowance;
import io.aegispcap.analysis.tuning.Device;
import io.aegispcap.analysis.tuning.Entry;
import io.aegispcap.analysis.tuning.Tuning;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All that is known at a time.
///
/// @param home blocks in CIDR notation that are inside; none for private and link-local ones
/// @param entries in the order they were added
/// @param day in UTC; what has expired is judged by it
public record KnownNetwork(
    List<String> home,
    List<KnownEntry> entries,
    Optional<KnownCalibration> calibration,
    LocalDate day) {
  public KnownNetwork {
    home = List.copyOf(home);
    entries = List.copyOf(entries);
  }

  /// For the engine.
  public Tuning tuning() {
    List<Entry> lines = entries.stream().map(KnownEntry::entry).toList();
    return Tuning.of(lines, calibration.map(KnownCalibration::calibration), day);
  }

  public boolean nothing() {
    return home.isEmpty() && entries.isEmpty() && calibration.isEmpty();
  }

  /// How many allowances are applied on that day.
  public long allowances() {
    return entries.stream()
        .map(KnownEntry::entry)
        .filter(entry -> entry instanceof Allowance && !entry.expired(day))
        .count();
  }

  /// How many allowances are not applied any more.
  public long expired() {
    return entries.stream().filter(known -> known.entry().expired(day)).count();
  }

  public long devices() {
    return entries.stream().filter(known -> known.entry() instanceof Device).count();
  }
}
