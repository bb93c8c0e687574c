package io.aegispcap.analysis.plugin;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What plugins say of flows, in a file of its own until flows are written: some 32 bytes of memory
/// for each flow that something is said of. A flow goes by its first frame, which no other has.
public final class FlowNotes implements Closeable {
  /// Bytes of all notes; what comes later is counted and not kept.
  private static final long LIMIT = 1L << 30;

  private static final int BUFFER = 1 << 16;

  /// Where the flow's note before stands, which column it is of, and how long it is.
  private static final int HEAD = 8 + 4 + 4;

  private final FileChannel file;
  private final FrameIndex latest = new FrameIndex();
  private final List<NoteColumn> columns = new ArrayList<>();
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream(BUFFER);
  private long written;
  private long dropped;

  private FlowNotes(FileChannel file) {
    this.file = file;
  }

  /// @param file is created, and gone when this is closed
  public static FlowNotes in(Path file) throws IOException {
    return new FlowNotes(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /// @return number of the first of them
  synchronized int add(List<NoteColumn> more) {
    columns.addAll(more);
    return columns.size() - more.size();
  }

  /// Columns of all plugins, in the order of their plugins.
  public synchronized List<NoteColumn> columns() {
    return List.copyOf(columns);
  }

  /// How many notes were not kept, since there were too many.
  public synchronized long dropped() {
    return dropped;
  }

  /// From any thread.
  synchronized void note(long firstFrame, int column, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    long place = written + unwritten.size();
    if (place + HEAD + text.length > LIMIT) {
      dropped++;
      return;
    }
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.putLong(latest.put(firstFrame, place)).putInt(column).putInt(text.length);
    unwritten.writeBytes(head.array());
    unwritten.writeBytes(text);
    if (unwritten.size() >= BUFFER) {
      write();
    }
  }

  private void write() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
      while (bytes.hasRemaining()) {
        written += file.write(bytes, written);
      }
      unwritten.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was said of a flow, by column; of what was said twice, the last.
  public synchronized List<Optional<String>> of(long firstFrame) throws IOException {
    write();
    List<Optional<String>> values = new ArrayList<>();
    columns.forEach(_ -> values.add(Optional.empty()));
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    long place = latest.get(firstFrame);
    while (place != FrameIndex.NONE) {
      read(head.clear(), place);
      long before = head.getLong();
      int column = head.getInt();
      int length = head.getInt();
      if (values.get(column).isEmpty()) {
        ByteBuffer text = ByteBuffer.allocate(length);
        read(text, place + HEAD);
        values.set(column, Optional.of(new String(text.array(), StandardCharsets.UTF_8)));
      }
      place = before;
    }
    return values;
  }

  private void read(ByteBuffer target, long place) throws IOException {
    while (target.hasRemaining()) {
      if (file.read(target, place + target.position()) < 0) {
        throw new IOException("notes of plugins end too early");
      }
    }
    target.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
