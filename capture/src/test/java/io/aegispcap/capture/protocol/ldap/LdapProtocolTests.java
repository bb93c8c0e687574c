package io.aegispcap.capture.protocol.ldap;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.LittleBytes;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.asn1.Der;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages are written down from RFC 4511.
class LdapProtocolTests {
  private final LdapProtocol protocol = new LdapProtocol();
  private final ScriptedConversation conversation = ScriptedConversation.tcp(389);
  private final Dialogue dialogue = protocol.open(conversation);

  private static byte[] message(int id, byte[] operation) {
    return Der.sequence(Der.number(2, id), operation);
  }

  private static byte[] search(int id, byte[] filter) {
    return message(
        id,
        Der.of(
            0x63,
            Der.text(4, "dc=corp"),
            Der.number(10, 2),
            Der.number(10, 0),
            Der.number(2, 0),
            Der.number(2, 0),
            Der.number(1, 0),
            filter,
            Der.sequence(Der.text(4, "member"))));
  }

  private static byte[] equal(String attribute, String value) {
    return Der.of(0xa3, Der.text(4, attribute), Der.text(4, value));
  }

  private static byte[] result(int id, int operation, int code) {
    return message(id, Der.of(operation, Der.number(10, code), Der.text(4, ""), Der.text(4, "")));
  }

  @Test
  void writesTheFilterAsRfc4515Does() {
    byte[] substrings =
        Der.of(
            0xa4,
            Der.text(4, "cn"),
            Der.sequence(Der.text(0x80, "Dom"), Der.text(0x81, "in"), Der.text(0x82, "s)")));
    byte[] filter =
        Der.of(
            0xa0,
            equal("objectClass", "group"),
            Der.of(0xa2, Der.of(0xa1, Der.text(0x87, "mail"), substrings)));
    conversation.say(dialogue, CLIENT, search(7, filter));
    byte[] entry =
        Der.of(
            0x64,
            Der.text(4, "cn=x"),
            Der.sequence(Der.sequence(Der.text(4, "member"), Der.of(0x31, Der.text(4, "y")))));
    conversation.say(dialogue, SERVER, message(7, entry));
    conversation.say(dialogue, SERVER, result(7, 0x65, 0));
    assertThat(conversation.facts(LdapSearch.class))
        .containsExactly(
            new LdapSearch(
                1,
                1_000_000_000L,
                "dc=corp",
                "sub",
                "(&(objectClass=group)(!(|(mail=*)(cn=Dom*in*s\\29))))",
                List.of("member"),
                1,
                List.of("member"),
                0));
  }

  @Test
  void tellsOfALoginAndWhetherItsPasswordWasOpen() {
    byte[] bind =
        message(1, Der.of(0x60, Der.number(2, 3), Der.text(4, "cn=bob"), Der.text(0x80, "secret")));
    conversation.say(dialogue, CLIENT, bind);
    conversation.say(dialogue, SERVER, result(1, 0x61, 49));
    assertThat(conversation.facts(LdapBind.class))
        .containsExactly(new LdapBind(1, 1_000_000_000L, "cn=bob", "simple", true, 49));
    assertThat(conversation.facts(LdapBind.class).getFirst().refused()).isTrue();
  }

  @Test
  void stopsWhenSaslEncrypts() {
    conversation.say(dialogue, CLIENT, search(2, equal("a", "b")));
    byte[] sealed = new LittleBytes().hex("00000050").zeros(80).build();
    assertThat(conversation.say(dialogue, CLIENT, sealed)).isFalse();
    assertThat(conversation.facts(LdapSearch.class))
        .singleElement()
        .returns(-1, LdapSearch::result);
  }

  @Test
  void passesOverMessagesThatAreTooLong() {
    byte[] huge = new LittleBytes().hex("308400020000").zeros(0x20000).build();
    conversation.say(dialogue, CLIENT, search(2, equal("a", "b")));
    assertThat(conversation.sayInPieces(dialogue, SERVER, huge, 1460)).isTrue();
    conversation.say(dialogue, SERVER, result(2, 0x65, 0));
    assertThat(conversation.facts(LdapSearch.class)).singleElement().returns(0, LdapSearch::result);
  }

  @Test
  void readsMessagesInAnyPieces() {
    byte[] whole = search(3, equal("attribute", "a value that is long ".repeat(12)));
    for (int size = 1; size <= whole.length; size++) {
      ScriptedConversation pieces = ScriptedConversation.tcp(389);
      Dialogue pieced = protocol.open(pieces);
      pieces.sayInPieces(pieced, CLIENT, whole, size);
      pieced.close();
      assertThat(pieces.facts(LdapSearch.class)).hasSize(1);
    }
  }

  @Test
  void recognisesItByItsFirstOperation() {
    byte[] whole = search(3, equal("a", "b"));
    assertThat(protocol.recognise(CLIENT, Bytes.of(whole))).isEqualTo(Recognition.YES);
    byte[] snmp = Der.sequence(Der.number(2, 1), Der.text(4, "public"), new byte[12]);
    assertThat(protocol.recognise(CLIENT, Bytes.of(snmp))).isEqualTo(Recognition.NO);
  }
}
