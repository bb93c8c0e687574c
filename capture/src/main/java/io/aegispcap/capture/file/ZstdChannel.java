package io.aegispcap.capture.file;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// Decompresses Zstandard of any number of frames, with windows up to the library's limit of 128
/// MiB. Source: RFC 8878.
final class ZstdChannel implements ReadableByteChannel {
  private static final int BUFFER = 128 << 10;
  private static final String ADVICE = "decompress it with 'zstd -d' to see more";

  private final CompressedInput compressed;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final ByteBuffer input;
  private long output;
  private boolean betweenFrames = true;
  private boolean inputEnded;
  private boolean ended;

  ZstdChannel(ReadableByteChannel compressed, Findings findings) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    this.compressed = new CompressedInput("zstd", compressed, buffer, findings);
    this.input = this.compressed.bytes();
  }

  /// @param target a direct buffer, since the library reads and writes memory
  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!target.isDirect()) {
      return readThroughCopy(target);
    }
    int count = 0;
    while (!ended && count == 0 && target.hasRemaining()) {
      if (!input.hasRemaining() && !inputEnded) {
        inputEnded = !compressed.more();
      }
      count = decompress(target);
      output += count;
      if (count == 0 && !input.hasRemaining() && inputEnded) {
        end();
      }
    }
    return ended && count == 0 ? -1 : count;
  }

  private int readThroughCopy(ByteBuffer target) throws IOException {
    ByteBuffer copy = ByteBuffer.allocateDirect(target.remaining());
    int count = read(copy);
    target.put(copy.flip());
    return count;
  }

  private int decompress(ByteBuffer target) throws MalformedCaptureException {
    int from = target.position();
    try {
      if (input.hasRemaining() || !betweenFrames) {
        betweenFrames = context.decompressDirectByteBufferStream(target, input);
      }
    } catch (ZstdException e) {
      damaged(String.valueOf(e.getMessage()));
    }
    return target.position() - from;
  }

  private void end() {
    ended = true;
    if (!betweenFrames) {
      compressed.cut(output);
    }
  }

  private void damaged(String what) throws MalformedCaptureException {
    ended = true;
    compressed.damaged(
        output, "the compressed data is damaged or not supported (" + what + ")", ADVICE);
  }

  @Override
  public boolean isOpen() {
    return compressed.isOpen();
  }

  @Override
  public void close() throws IOException {
    context.close();
    compressed.close();
  }
}
