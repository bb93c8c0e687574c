package io.aegispcap.capture.protocol;

/// Holds the bytes of one side of a stream from which whole messages are taken. It grows with need,
/// up to its limit; what is beyond is refused, so that an endless message costs no more than that.
public final class Accumulator {
  private static final int FIRST_CAPACITY = 512;

  private final int limit;
  private final Bytes view = new Bytes();
  private byte[] held = {};
  private int start;
  private int end;

  /// @param limit bytes held at most
  public Accumulator(int limit) {
    this.limit = limit;
  }

  /// Appends all of them.
  ///
  /// @throws MalformedMessageException when more than the limit would be held
  public void add(Bytes data) {
    add(data, 0, data.length());
  }

  /// Appends a part of them.
  ///
  /// @throws MalformedMessageException when more than the limit would be held, or the part is not
  ///   inside the data
  public void add(Bytes data, int from, int length) {
    if (length > limit - length()) {
      throw new MalformedMessageException("message longer than " + limit + " bytes");
    }
    makeRoom(length);
    data.copyTo(from, held, end, length);
    end += length;
  }

  /// Bytes held.
  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /// What is held, in order; a reused view, valid until the next call of a method that changes it.
  public Bytes view() {
    return view.over(held, start, length());
  }

  /// Forgets that many bytes from the front.
  public void drop(int count) {
    if (count < 0 || count > length()) {
      throw new MalformedMessageException("message cut short");
    }
    start += count;
    if (start == end) {
      start = 0;
      end = 0;
    }
  }

  /// Forgets everything and gives its memory back.
  public void clear() {
    held = new byte[0];
    start = 0;
    end = 0;
  }

  private void makeRoom(int length) {
    if (length <= held.length - end) {
      return;
    }
    int needed = length() + length;
    byte[] target = held;
    if (needed > held.length) {
      long doubled = Math.max(FIRST_CAPACITY, 2L * held.length);
      target = new byte[(int) Math.max(needed, Math.min(limit, doubled))];
    }
    System.arraycopy(held, start, target, 0, length());
    end = length();
    start = 0;
    held = target;
  }
}
