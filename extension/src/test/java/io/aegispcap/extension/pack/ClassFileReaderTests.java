package io.aegispcap.extension.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;

class ClassFileReaderTests {
  private static final byte[] SOUND = ClassFiles.detector("com.acme.Beacon");

  @Test
  void readsOrRefusesWhicheverByteIsChanged() {
    int refused = 0;
    for (int at = 0; at < SOUND.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = SOUND.clone();
        changed[at] = (byte) value;
        refused += refuses(changed) ? 1 : 0;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void readsOrRefusesWhateverIsCutOffOrChangedInTwoPlaces() {
    for (int length = 0; length < SOUND.length; length++) {
      refuses(java.util.Arrays.copyOf(SOUND, length));
    }
    qt().withExamples(20_000)
        .forAll(
            integers().between(0, SOUND.length - 1),
            integers().between(0, 255),
            integers().between(0, SOUND.length - 1),
            integers().between(0, 255))
        .checkAssert(
            (at, value, other, otherValue) -> {
              byte[] changed = SOUND.clone();
              changed[at] = value.byteValue();
              changed[other] = otherValue.byteValue();
              refuses(changed);
            });
  }

  /// Anything thrown but a refusal fails the test.
  private static boolean refuses(byte[] bytes) {
    try {
      assertThat(ClassFileReader.read("x.class", bytes).name()).isNotNull();
      return false;
    } catch (InvalidPackageException e) {
      assertThat(e.getMessage()).startsWith("x.class is ");
      return true;
    }
  }
}
