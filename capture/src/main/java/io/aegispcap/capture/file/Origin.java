package io.aegispcap.capture.file;

import java.util.List;

/// Where a capture's bytes come from.
sealed interface Origin {
  /// Bytes of the file as it lies there, or read from the stream so far.
  long size();

  /// What the format is wrapped in, such as " in gzip"; empty when there is no wrapping.
  String wrapping();

  /// A plain file.
  record Plain(long size) implements Origin {
    @Override
    public String wrapping() {
      return "";
    }
  }

  /// A stream in compressions, outermost first.
  record Streamed(CountedChannel stream, List<Compression> layers) implements Origin {
    public Streamed {
      layers = List.copyOf(layers);
    }

    @Override
    public long size() {
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
