package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A conversation whose words are written in hexadecimal, as specifications show them.
public final class HexTalk {
  private final ScriptedConversation conversation;
  private final Dialogue dialogue;

  public HexTalk(Protocol protocol, ScriptedConversation conversation) {
    this.conversation = conversation;
    this.dialogue = protocol.open(conversation);
  }

  public static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  public HexTalk client(String hex) {
    conversation.say(dialogue, Side.CLIENT, bytes(hex));
    return this;
  }

  public HexTalk server(String hex) {
    conversation.say(dialogue, Side.SERVER, bytes(hex));
    return this;
  }

  public HexTalk lost(Side side) {
    dialogue.gap(side, 10);
    return this;
  }

  /// The facts, once the conversation has ended.
  public <F extends Fact> List<F> facts(Class<F> type) {
    dialogue.close();
    int facts = conversation.facts().size();
    dialogue.close();
    assertThat(conversation.facts()).as("closing twice emits nothing twice").hasSize(facts);
    return conversation.facts(type);
  }

  /// Shows that the bytes are recognised, and that no part of them makes the protocol throw.
  public static void recognises(Protocol protocol, Side side, String hex) {
    byte[] whole = bytes(hex);
    assertThat(protocol.recognise(side, Bytes.of(whole))).isEqualTo(Recognition.YES);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(protocol.recognise(side, Bytes.of(part))).as("%d bytes", length).isNotNull();
    }
  }

  public static void refuses(Protocol protocol, Side side, String hex) {
    assertThat(protocol.recognise(side, Bytes.of(bytes(hex)))).isEqualTo(Recognition.NO);
  }
}
