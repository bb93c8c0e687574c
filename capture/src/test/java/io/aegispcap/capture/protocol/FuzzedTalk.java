package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import java.util.function.Function;

/// Lets a fuzzer hold a conversation in a protocol: pieces of any bytes from either side, and gaps.
public final class FuzzedTalk {
  private static final int LONGEST_PIECE = 600;
  private static final FactWriter COUNTED = new LengthWriter();

  private FuzzedTalk() {}

  public static void hold(
      Protocol protocol, ScriptedConversation conversation, FuzzedDataProvider data) {
    Dialogue dialogue = protocol.open(conversation);
    try {
      boolean more = true;
      while (more && data.remainingBytes() > 0) {
        more = step(protocol, conversation, dialogue, data);
      }
    } catch (MalformedMessageException expected) {
      assertThat(expected).hasMessageMatching(".+");
    }
    dialogue.close();
    int facts = conversation.facts().size();
    dialogue.close();
    assertThat(conversation.facts()).as("closing twice emits nothing twice").hasSize(facts);
    check(conversation.facts());
  }

  /// Holds each field of them to its bounds.
  public static void check(List<Fact> facts) {
    facts.forEach(fact -> fact.describe(COUNTED));
  }

  private static boolean step(
      Protocol protocol,
      ScriptedConversation conversation,
      Dialogue dialogue,
      FuzzedDataProvider data) {
    Side side = data.consumeBoolean() ? Side.CLIENT : Side.SERVER;
    if (data.consumeInt(0, 40) == 0) {
      return dialogue.gap(side, data.consumeLong(1, 5000));
    }
    byte[] piece = data.consumeBytes(data.consumeInt(0, LONGEST_PIECE));
    assertThat(protocol.recognise(side, Bytes.of(piece))).isNotNull();
    return conversation.say(dialogue, side, piece);
  }

  /// Holds each field to a bound.
  private static final class LengthWriter implements FactWriter {
    private static final int LONGEST = 5000;

    @Override
    public void text(String field, String value) {
      assertThat(value.length()).as(field).isLessThan(LONGEST);
    }

    @Override
    public void number(String field, long value) {
      assertThat(value).as(field).isNotNegative();
    }

    @Override
    public void flag(String field, boolean value) {
      assertThat(field).isNotEmpty();
    }

    @Override
    public <T> void list(String field, List<T> items, Function<? super T, String> text) {
      assertThat(items.size()).as(field).isLessThan(LONGEST);
      items.forEach(item -> assertThat(text.apply(item).length()).as(field).isLessThan(LONGEST));
    }

    @Override
    public void time(String field, long nanos) {
      assertThat(field).isNotEmpty();
    }
  }
}
