package io.aegispcap.capture.protocol.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FunctionTallyTests {
  private enum Plain implements Vocabulary {
    PLAIN;

    @Override
    public String unit(long unit) {
      return Long.toString(unit);
    }

    @Override
    public String function(int function) {
      return "f" + function;
    }

    @Override
    public ControlAction action(int function) {
      return ControlAction.OTHER;
    }

    @Override
    public String error(int code) {
      return "e" + code;
    }
  }

  private final ScriptedConversation conversation = ScriptedConversation.tcp(502);
  private final FunctionTally tally = new FunctionTally(conversation, "plain", Plain.PLAIN);

  @Test
  void boundsWhatWaits() {
    for (long i = 0; i < 1_000; i++) {
      tally.asked(Side.CLIENT, i, 1, 7, "");
    }
    assertThat(tally.answered(0, FunctionTally.OK)).isFalse();
    assertThat(tally.answered(999, FunctionTally.OK)).isTrue();
    tally.close();
    assertThat(conversation.facts(ControlFunction.class))
        .extracting(ControlFunction::answer, ControlFunction::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("unanswered", 999L),
            org.assertj.core.groups.Tuple.tuple("ok", 1L));
  }

  @Test
  void boundsKindsAndTargets() {
    LongStream.range(0, 20_000).forEach(unit -> tally.told(Side.CLIENT, unit, 7, ""));
    for (int i = 0; i < 100; i++) {
      tally.told(Side.CLIENT, 1, 8, "register " + i);
    }
    tally.close();
    assertThat(conversation.facts()).hasSize(FunctionTally.MOST_TOLD);
    assertThat(conversation.facts(ControlFunction.class))
        .allMatch(fact -> fact.targets().size() <= FunctionTally.MOST_TARGETS);
  }
}
