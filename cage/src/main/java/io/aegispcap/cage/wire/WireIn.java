package io.aegispcap.cage.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the body of one frame, and believes nothing: lengths are held against what is there before
/// room is made for them.
final class WireIn {
  private final ByteBuffer in;

  WireIn(byte[] body) {
    in = ByteBuffer.wrap(body);
  }

  interface Reading<T> {
    T read() throws WireException;
  }

  long number() throws WireException {
    need(Long.BYTES);
    return in.getLong();
  }

  int small() throws WireException {
    need(Integer.BYTES);
    return in.getInt();
  }

  boolean flag() throws WireException {
    need(1);
    byte value = in.get();
    if (value != 0 && value != 1) {
      throw broken("no truth value");
    }
    return value == 1;
  }

  double real() throws WireException {
    need(Double.BYTES);
    return in.getDouble();
  }

  /// @throws WireException also when it is longer than `max` bytes, or no UTF-8
  String text(int max) throws WireException {
    int length = small();
    if (length < 0 || length > max) {
      throw broken("a text of " + length + " bytes, where " + max + " are allowed,");
    }
    need(length);
    ByteBuffer bytes = in.slice(in.position(), length);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      in.position(in.position() + length);
      return text;
    } catch (CharacterCodingException e) {
      throw broken("text that is not UTF-8");
    }
  }

  /// @param atLeast bytes that each item takes, 1 or more
  <T> List<T> list(int max, int atLeast, Reading<T> item) throws WireException {
    int count = small();
    if (count < 0 || count > max || (long) count * atLeast > in.remaining()) {
      throw broken("a list of " + count + " items");
    }
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(item.read());
    }
    return items;
  }

  Map<String, String> map(int max, int maxText) throws WireException {
    Map<String, String> map = new LinkedHashMap<>();
    record Entry(String key, String value) {}
    for (Entry entry :
        list(max, 2 * Integer.BYTES, () -> new Entry(text(maxText), text(maxText)))) {
      if (map.put(entry.key(), entry.value()) != null) {
        throw broken("a key that stands there twice");
      }
    }
    return map;
  }

  <E extends Enum<E>> E choice(Class<E> type) throws WireException {
    E[] all = type.getEnumConstants();
    int ordinal = small();
    if (ordinal < 0 || ordinal >= all.length) {
      throw broken("no " + type.getSimpleName());
    }
    return all[ordinal];
  }

  /// @throws WireException when something is left
  void end() throws WireException {
    if (in.hasRemaining()) {
      throw broken("bytes too many");
    }
  }

  WireException broken(String what) {
    return new WireException(what, in.position());
  }

  private void need(int bytes) throws WireException {
    if (in.remaining() < bytes) {
      throw broken("the end, where more was to come,");
    }
  }
}
