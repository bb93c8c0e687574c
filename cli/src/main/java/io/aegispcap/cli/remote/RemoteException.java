package io.aegispcap.cli.remote;

import java.io.IOException;

/// A platform refused, or answered what this program does not understand; the message says which
/// platform, why, and what to do.
final class RemoteException extends IOException {
  private static final long serialVersionUID = 1;

  RemoteException(String message) {
    super(message);
  }

  RemoteException(String message, Throwable cause) {
    super(message, cause);
  }
}
