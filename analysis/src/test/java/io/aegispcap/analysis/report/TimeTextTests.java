package io.aegispcap.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.analysis.pipeline.RowBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class TimeTextTests {
  private static final DateTimeFormatter JDK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final TimeText time = new TimeText();

  @Test
  void writesTimesAsTheJdkDoes() {
    qt().withExamples(2000)
        .forAll(longs().all())
        .checkAssert(
            nanos -> {
              RowBuffer out = new RowBuffer();
              time.append(nanos, out);
              assertThat(out.toString()).isEqualTo(JDK.format(Instant.ofEpochSecond(0, nanos)));
            });
  }
}
