package io.aegispcap.analysis.flow;

/// What all conversations of a table share: where their facts go, the protocols they are read by,
/// and how much they hold together. One thread at a time uses it.
record Reading(FactSink sink, KnownProtocols protocols, HeldBytes held) {
  static Reading into(FactSink sink) {
    return new Reading(sink, new KnownProtocols(), new HeldBytes());
  }
}
