package io.aegispcap.platform.network.web;

import io.aegispcap.analysis.tuning.Allowance;
import io.aegispcap.analysis.tuning.Device;
import io.aegispcap.analysis.tuning.Place;
import io.aegispcap.platform.network.KnownEntry;
import java.time.Instant;
import java.time.LocalDate;

/// An entry as people read it.
///
/// @param what is allowed, or what it is
/// @param where which hosts
/// @param expires the last day on which it is applied; empty for no end
/// @param expired whether that day is past
/// @param by who added it
public record EntryRow(
    long id,
    boolean device,
    String what,
    String where,
    String reason,
    String expires,
    boolean expired,
    String by,
    Instant added) {

  static EntryRow of(KnownEntry known, LocalDate day, String by) {
    return switch (known.entry()) {
      case Allowance allowance ->
          new EntryRow(
              known.id(),
              false,
              allowance.detector().orElse("everything"),
              where(allowance),
              allowance.reason(),
              allowance.expires().map(LocalDate::toString).orElse(""),
              allowance.expired(day),
              by,
              known.added());
      case Device device ->
          new EntryRow(
              known.id(),
              true,
              device.kind().label(),
              device.host().text(),
              device.reason().orElse(""),
              "",
              false,
              by,
              known.added());
    };
  }

  private static String where(Allowance allowance) {
    String peer =
        allowance.peer().map(Place::text).orElse(allowance.port().isPresent() ? "anybody" : "");
    String port = allowance.port().isPresent() ? ", port " + allowance.port().getAsInt() : "";
    String host = allowance.host().map(Place::text).orElse("any host");
    return peer.isEmpty() ? host : host + " to " + peer + port;
  }
}
