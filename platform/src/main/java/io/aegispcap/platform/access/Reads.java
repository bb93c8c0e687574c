package io.aegispcap.platform.access;

/// Where lists and pages tell what somebody read of others, to be kept beyond doubt: one record
/// each of who, when, from where, what they asked for and how much of it they saw. Called before
/// the answer goes out, and outside of transactions; what can't be recorded is not shown.
public interface Reads {

  /// @param action what, as `noun.list` or `noun.read`; part of the API
  /// @param target of what: an id; empty where it is of all there is
  /// @param query as it was asked; empty for everything
  /// @param results how many are shown
  void record(Caller who, String action, String target, String query, long results);
}
