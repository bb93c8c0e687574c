package io.aegispcap.capture.file;

import java.util.ArrayList;
import java.util.List;

/// Where a capture's bytes come from.
sealed interface Origin {
  /// Bytes of the file as it lies there, or read from the stream so far.
  long size();

  /// How many of these bytes have been read.
  ///
  /// @param decompressed position in the decompressed bytes
  long read(long decompressed);

  /// What the format is wrapped in, such as " in gzip"; empty when there is no wrapping.
  String wrapping();

  /// A plain file.
  record Plain(long size) implements Origin {
    @Override
    public long read(long decompressed) {
      return decompressed;
    }

    @Override
    public String wrapping() {
      return "";
    }
  }

  /// A stream in compressions.
  ///
  /// @param length bytes of the file behind it; 0 when there is none
  /// @param layers outermost first
  record Streamed(CountedChannel stream, long length, List<Compression> layers) implements Origin {
    public Streamed {
      layers = List.copyOf(layers);
    }

    /// The same with one more compression inside.
    Streamed in(Compression layer) {
      List<Compression> more = new ArrayList<>(layers);
      more.add(layer);
      return new Streamed(stream, length, more);
    }

    @Override
    public long size() {
      return Math.max(length, stream.count());
    }

    @Override
    public long read(long decompressed) {
      return stream.count();
    }

    @Override
    public String wrapping() {
      StringBuilder text = new StringBuilder();
      layers.reversed().forEach(layer -> text.append(" in ").append(layer.label()));
      return text.toString();
    }
  }
}
