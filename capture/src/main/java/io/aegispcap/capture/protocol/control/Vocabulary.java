package io.aegispcap.capture.protocol.control;

/// The words of one protocol for the numbers that its messages hold.
public interface Vocabulary {
  String unit(long unit);

  String function(int function);

  ControlAction action(int function);

  /// The name of an error.
  ///
  /// @param code above 0
  String error(int code);
}
