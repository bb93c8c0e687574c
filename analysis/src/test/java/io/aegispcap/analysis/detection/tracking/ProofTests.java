package io.aegispcap.analysis.detection.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Evidence;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProofTests {

  @Test
  void keepsAllFramesWhileTheyAreFew() {
    assertThat(frames(1, Proof.WAITING_FRAMES).evidence().frames())
        .isEqualTo(row(1, Proof.WAITING_FRAMES));
  }

  @Test
  void keepsTheFirstAndTheLastOfManyFrames() {
    Evidence evidence = frames(1, 500).evidence();
    List<Long> frames = evidence.frames();
    assertThat(frames.subList(0, Proof.WAITING_FRAMES)).isEqualTo(row(1, Proof.WAITING_FRAMES));
    assertThat(frames.subList(Proof.WAITING_FRAMES, frames.size()))
        .isEqualTo(row(501 - Evidence.LAST_FRAMES, 500));
    assertThat(evidence.totalFrames()).isEqualTo(500);
  }

  @Test
  void keepsTheFirstAndTheLastWhenItHasGrown() {
    Proof proof = new Proof();
    proof.grow();
    LongStream.rangeClosed(1, 5_000).forEach(proof::add);
    List<Long> frames = proof.evidence().frames();
    int first = Evidence.MAX_FRAMES - Evidence.LAST_FRAMES;
    assertThat(frames).hasSize(Evidence.MAX_FRAMES);
    assertThat(frames.subList(0, first)).isEqualTo(row(1, first));
    assertThat(frames.subList(first, frames.size()))
        .isEqualTo(row(5_001 - Evidence.LAST_FRAMES, 5_000));
  }

  @Test
  void listsTheLastFramesOfSeveralProofs() {
    Proof early = new Proof();
    Proof late = new Proof();
    early.grow();
    late.grow();
    LongStream.rangeClosed(1, 900).forEach(early::add);
    LongStream.rangeClosed(901, 1_800).forEach(late::add);
    Evidence joined = Proof.joined(List.of(late, early));
    assertThat(joined.frames()).hasSize(Evidence.MAX_FRAMES).startsWith(1L).endsWith(1_800L);
    assertThat(joined.totalFrames()).isEqualTo(1_800);
  }

  @Test
  void forgets() {
    Proof proof = frames(1, 500);
    proof.clear();
    assertThat(proof.isEmpty()).isTrue();
    proof.add(7);
    assertThat(proof.evidence().frames()).containsExactly(7L);
  }

  private static Proof frames(long first, long last) {
    Proof proof = new Proof();
    LongStream.rangeClosed(first, last).forEach(proof::add);
    return proof;
  }

  private static List<Long> row(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
