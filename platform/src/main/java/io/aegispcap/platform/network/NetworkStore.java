package io.aegispcap.platform.network;

import io.aegispcap.platform.access.PersonId;
import java.util.List;
import java.util.Optional;

/// What is known, as it is kept.
public interface NetworkStore {

  /// Blocks that are inside.
  List<String> home();

  void home(List<String> blocks);

  /// In the order they were added.
  List<KnownEntry> entries();

  Optional<KnownEntry> entry(long id);

  /// One that was removed and is not forgotten yet.
  Optional<KnownEntry> removed(long id);

  /// Those that are new; what is there in the same words stays as it is.
  ///
  /// @param lines as entries write them
  /// @return their ids
  List<Long> add(List<String> lines, PersonId by);

  /// It can be restored for a while; what was removed long ago is forgotten.
  void remove(long id);

  /// As it was, when one was removed.
  ///
  /// @return whether it is there again; not when its words were added anew
  boolean restore(long id);

  Optional<KnownCalibration> calibration();

  /// @param text of a file that was read
  void calibrate(String text, PersonId by);

  void removeCalibration();
}
