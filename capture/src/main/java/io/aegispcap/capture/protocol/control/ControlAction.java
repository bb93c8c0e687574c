package io.aegispcap.capture.protocol.control;

import java.util.Locale;

/// What a function does to a device, whatever the protocol calls it.
public enum ControlAction {
  /// Asks for values.
  READ,
  /// Sets values or outputs, or carries out a command of the process.
  WRITE,
  /// Asks what the device is.
  IDENTIFY,
  /// Starts a program.
  START,
  /// Stops a program.
  STOP,
  /// Starts the device, or its communications, anew.
  RESTART,
  /// Puts a program, a block or a configuration into the device, or makes it valid.
  DOWNLOAD,
  /// Takes a program out of the device.
  UPLOAD,
  /// Deletes programs or what is kept.
  ERASE,
  /// Has the device say less: listen only, communications or reports off.
  SILENCE,
  /// Reads or writes files.
  FILE,
  /// Sets the clock.
  CLOCK,
  /// Opens, keeps and ends the connection; what is part of every talk.
  SESSION,
  /// The device speaks of itself.
  REPORT,
  /// Anything else, and what is not known.
  OTHER;

  /// Lower case, as written in outputs.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
