package io.aegispcap.cage.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/// Writes the body of one frame.
final class WireOut {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private interface Writing {
    void run() throws IOException;
  }

  WireOut number(long value) {
    return write(() -> out.writeLong(value));
  }

  WireOut small(int value) {
    return write(() -> out.writeInt(value));
  }

  WireOut flag(boolean value) {
    return write(() -> out.writeBoolean(value));
  }

  WireOut real(double value) {
    return write(() -> out.writeDouble(value));
  }

  WireOut text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return write(
        () -> {
          out.writeInt(utf8.length);
          out.write(utf8);
        });
  }

  <T> WireOut each(Collection<T> items, Consumer<T> item) {
    small(items.size());
    items.forEach(item);
    return this;
  }

  WireOut map(Map<String, String> map) {
    return each(map.entrySet(), entry -> text(entry.getKey()).text(entry.getValue()));
  }

  Frame frame(int type) {
    return new Frame(type, bytes.toByteArray());
  }

  private WireOut write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a byte array takes everything
    }
  }
}
