package io.aegispcap.platform.api.web;

/// Where a caller sits, as far as it tells callers apart: an IPv4 address, or the first 64 bits of
/// an IPv6 one, since whoever has one of those has them all. Source: RFC 6177.
record Network(String address) {
  private static final int GROUPS = 4;

  Network {
    address = address.contains(":") ? prefix(address) : address;
  }

  private static String prefix(String address) {
    String[] groups = address.split(":", -1);
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < GROUPS && i < groups.length && !groups[i].isEmpty(); i++) {
      prefix.append(groups[i]).append(':');
    }
    return prefix + ":/64";
  }

  @Override
  public String toString() {
    return address;
  }
}
