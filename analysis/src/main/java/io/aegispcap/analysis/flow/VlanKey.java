package io.aegispcap.analysis.flow;

/// Whether VLAN ids keep flows apart.
public enum VlanKey {
  /// A flow takes the VLAN of each direction from that direction's first packet. A packet of the
  /// same five-tuple and direction with another VLAN is another flow. So tenants that share
  /// addresses are kept apart, and a flow whose two directions are tagged differently stays one.
  COLLISION,
  /// Both directions must carry the same VLAN.
  ALWAYS,
  /// VLANs are ignored.
  NEVER
}
