package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Reads the header blocks of one direction (RFC 7541). The table that both sides build holds at
/// most 64 KiB here, whatever a side allows itself.
final class Hpack {
  private static final int USUAL_TABLE = 4_096;
  private static final int MOST_TABLE = 64 << 10;
  private static final int MOST_LINES = 256;

  private final Deque<HeaderLine> table = new ArrayDeque<>();
  private int size;
  private int limit = USUAL_TABLE;
  private int at;

  /// The fields of a block, in order.
  List<HeaderLine> read(Bytes block) {
    List<HeaderLine> lines = new ArrayList<>();
    at = 0;
    while (at < block.length()) {
      int first = block.u8(at);
      if (first >= 0x80) {
        lines.add(indexed(number(block, 7)));
      } else if (first >= 0x40) {
        HeaderLine line = literal(block, 6);
        lines.add(line);
        remember(line);
      } else if (first >= 0x20) {
        resize(number(block, 5));
      } else {
        lines.add(literal(block, 4));
      }
      if (lines.size() > MOST_LINES) {
        throw new MalformedMessageException("too many header fields");
      }
    }
    return lines;
  }

  private HeaderLine literal(Bytes block, int prefix) {
    int name = number(block, prefix);
    return new HeaderLine(name == 0 ? text(block) : indexed(name).name(), text(block));
  }

  private HeaderLine indexed(int index) {
    if (index <= 0 || index > StaticTable.SIZE + table.size()) {
      throw new MalformedMessageException("no such entry in the table of HPACK");
    }
    if (index <= StaticTable.SIZE) {
      return StaticTable.at(index);
    }
    Iterator<HeaderLine> entries = table.iterator();
    for (int i = StaticTable.SIZE + 1; i < index; i++) {
      entries.next();
    }
    return entries.next();
  }

  /// An integer whose first bits stand at the end of the present byte (5.1).
  private int number(Bytes block, int prefix) {
    int mask = (1 << prefix) - 1;
    int value = block.u8(at++) & mask;
    if (value < mask) {
      return value;
    }
    for (int shift = 0; shift <= 21; shift += 7) {
      int next = block.u8(at++);
      value += (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedMessageException("number of HPACK too long");
  }

  /// A string, coded or plain (5.2).
  private String text(Bytes block) {
    boolean coded = block.u8(at) >= 0x80;
    int length = number(block, 7);
    if (length > block.length() - at) {
      throw new MalformedMessageException("header block cut short");
    }
    String text = coded ? Huffman.decode(block, at, length) : block.latin1(at, length);
    at += length;
    return text;
  }

  private void remember(HeaderLine line) {
    size += line.size();
    table.addFirst(line);
    evict();
  }

  private void resize(int wanted) {
    if (wanted > MOST_TABLE) {
      throw new MalformedMessageException("table of HPACK too large");
    }
    limit = wanted;
    evict();
  }

  private void evict() {
    while (size > limit) {
      size -= table.removeLast().size();
    }
  }
}
