package io.aegispcap.platform.captures.flows;

import java.util.List;

/// What pages of a capture show first, without a filter: worked out with its analysis, since it
/// takes seconds where there are many flows.
///
/// @param hosts as many as [#FIRST] of them, the busiest first
/// @param names as many, the most used first
/// @param files as many, the earliest first
public record Overview(
    Traffic traffic, List<Host> hosts, List<SeenName> names, List<SeenFile> files) {

  /// Rows of the longest of these pages, and one more to know whether there are others.
  static final int FIRST = 201;

  public Overview {
    hosts = List.copyOf(hosts);
    names = List.copyOf(names);
    files = List.copyOf(files);
  }
}
