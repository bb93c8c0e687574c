package io.aegispcap.platform.blobs.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.DamagedBlobException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class VerifiedInputTests {

  @Test
  void handsOverWhatIsRightInPiecesOfAnySize() {
    qt().forAll(integers().between(0, 300), integers().between(1, 70), longs().all())
        .checkAssert(
            (size, piece, seed) -> {
              byte[] content = content(size, seed);
              ByteArrayOutputStream read = new ByteArrayOutputStream();
              assertThatCode(() -> readInto(read, content, blob(content), piece))
                  .doesNotThrowAnyException();
              assertThat(read.toByteArray()).isEqualTo(content);
            });
  }

  @Test
  void neverHandsOverAllOfDamagedContent() {
    qt().forAll(
            integers().between(1, 300),
            integers().between(1, 70),
            longs().all(),
            integers().between(0, 2))
        .checkAssert(
            (size, piece, seed, damage) -> {
              byte[] content = content(size, seed);
              ByteArrayOutputStream read = new ByteArrayOutputStream();
              byte[] damaged = damage(content, seed, damage);
              assertThatThrownBy(() -> readInto(read, damaged, blob(content), piece))
                  .isInstanceOf(DamagedBlobException.class);
              assertThat(read.size()).isLessThan(content.length);
            });
  }

  private static byte[] damage(byte[] content, long seed, int how) {
    return switch (how) {
      case 0 -> Arrays.copyOf(content, content.length - 1);
      case 1 -> Arrays.copyOf(content, content.length + 1);
      default -> {
        byte[] flipped = content.clone();
        flipped[Math.floorMod(seed, flipped.length)] ^= 1;
        yield flipped;
      }
    };
  }

  private static void readInto(ByteArrayOutputStream read, byte[] stored, Blob blob, int piece)
      throws IOException {
    try (InputStream in = new VerifiedInput(new ByteArrayInputStream(stored), blob)) {
      byte[] bytes = new byte[piece];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        read.write(bytes, 0, n);
      }
    }
  }

  private static byte[] content(int size, long seed) {
    byte[] content = new byte[size];
    new Random(seed).nextBytes(content);
    return content;
  }

  private static Blob blob(byte[] content) {
    return new Blob(
        new BlobId(HexFormat.of().formatHex(Sha256.digest().digest(content))), content.length);
  }
}
