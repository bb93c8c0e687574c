package io.aegispcap.extension.sandbox;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.cage.wire.FrameInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class FrameFuzzTests {
  /// Whatever a plugin's process says, it is a message of ours or an [IOException].
  @FuzzTest(maxDuration = "4m")
  void readsWhateverAPluginSays(byte[] bytes) {
    FrameInput in = new FrameInput(new ByteArrayInputStream(bytes), 1 << 20);
    try {
      while (in.fromChild().isPresent()) {
        if (in.bytes() > bytes.length) {
          throw new IllegalStateException("more was read than there is");
        }
      }
    } catch (IOException e) {
      if (e.getMessage() == null) {
        throw new IllegalStateException("says nothing", e);
      }
    }
  }
}
