package io.aegispcap.capture.protocol.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Logins at databases (MySQL Connection Phase, PostgreSQL Frontend/Backend Protocol 3) and screens
/// (RFC 6143 7.1), on messages written from those.
class ServiceLoginTests {
  private static final String GREETING =
      mysql(
          0,
          "\n10.11.19-MariaDB\0"
              + "\1\0\0\0"
              + "saltsalt\0"
              + "\u00fe\u00f7\b\2\0\u00ff\u0081\25"
              + "\0".repeat(10)
              + "saltsaltsalt\0mysql_native_password\0");
  private static final String ANSWER =
      mysql(1, "\5\u00a2\b\0\0\0\0\1\b" + "\0".repeat(23) + "root\0\24" + "h".repeat(20));
  private static final String STARTUP = startup("user\0postgres\0database\0shop\0\0");

  private static String mysql(int sequence, String payload) {
    return ""
        + (char) (payload.length() & 0xff)
        + (char) (payload.length() >> 8)
        + '\0'
        + (char) sequence
        + payload;
  }

  private static String int32(int value) {
    return ""
        + (char) (value >>> 24)
        + (char) (value >> 16 & 0xff)
        + (char) (value >> 8 & 0xff)
        + (char) (value & 0xff);
  }

  private static String startup(String parameters) {
    return int32(8 + parameters.length()) + int32(3 << 16) + parameters;
  }

  private static String message(char type, String body) {
    return type + int32(4 + body.length()) + body;
  }

  private static final class Meeting {
    final ScriptedConversation conversation = ScriptedConversation.tcp(7_777);
    final Dialogue dialogue;
    boolean more = true;

    Meeting(Protocol protocol) {
      dialogue = protocol.open(conversation);
    }

    Meeting client(String text) {
      more = conversation.say(dialogue, Side.CLIENT, text);
      return this;
    }

    Meeting server(String text) {
      more = conversation.say(dialogue, Side.SERVER, text);
      return this;
    }

    LoginAttempt only() {
      dialogue.close();
      dialogue.close();
      assertThat(conversation.facts(LoginAttempt.class)).hasSize(1);
      return conversation.facts(LoginAttempt.class).getFirst();
    }

    void none() {
      dialogue.close();
      assertThat(conversation.facts(LoginAttempt.class)).isEmpty();
    }
  }

  private static Recognition asked(Protocol protocol, Side side, String text) {
    return protocol.recognise(side, Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void recognisesMysqlBySides() {
    MysqlProtocol mysql = new MysqlProtocol();
    assertThat(asked(mysql, Side.SERVER, GREETING)).isEqualTo(Recognition.YES);
    assertThat(asked(mysql, Side.CLIENT, ANSWER)).isEqualTo(Recognition.YES);
    assertThat(asked(mysql, Side.SERVER, GREETING.substring(0, 20))).isEqualTo(Recognition.MORE);
    assertThat(asked(mysql, Side.CLIENT, ANSWER.substring(0, 20))).isEqualTo(Recognition.MORE);
    assertThat(asked(mysql, Side.SERVER, "")).isEqualTo(Recognition.MORE);
    assertThat(asked(mysql, Side.SERVER, mysql(0, "\nSSH" + "\0".repeat(60))))
        .isEqualTo(Recognition.NO);
    assertThat(asked(mysql, Side.CLIENT, mysql(1, "x".repeat(60)))).isEqualTo(Recognition.NO);
  }

  @Test
  void tellsWhoWasRefusedByMysql() {
    Meeting meeting = new Meeting(new MysqlProtocol()).server(GREETING).client(ANSWER);
    meeting.server(mysql(2, "\u00ff\25\4#28000Access denied for user 'root'@'192.0.2.1'"));
    assertThat(meeting.more).isFalse();
    LoginAttempt login = meeting.only();
    assertThat(login.user()).isEqualTo("root");
    assertThat(login.mechanism()).isEqualTo("mysql_native_password");
    assertThat(login.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(meeting.conversation.facts(ServiceBanner.class).getFirst().banner())
        .isEqualTo("10.11.19-MariaDB");
  }

  @Test
  void waitsWhileMechanismsAreSwitched() {
    Meeting meeting = new Meeting(new MysqlProtocol()).server(GREETING).client(ANSWER);
    meeting.server(mysql(2, "\u00femysql_native_password\0saltsaltsaltsaltsalt\0"));
    meeting.client(mysql(3, "h".repeat(20))).server(mysql(4, "\0\0\0\2\0\0\0"));
    assertThat(meeting.only().outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void takesAMissingDatabaseForNoRefusal() {
    Meeting meeting = new Meeting(new MysqlProtocol()).server(GREETING).client(ANSWER);
    meeting.server(mysql(2, "\u00ff\31\4#42000Unknown database 'shop'"));
    assertThat(meeting.only().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void leavesMysqlToTls() {
    Meeting meeting = new Meeting(new MysqlProtocol()).server(GREETING);
    meeting.client(mysql(1, "\5\u00aa\b\0\0\0\0\1\b" + "\0".repeat(23)));
    assertThat(meeting.more).isFalse();
    meeting.none();
  }

  @Test
  void refusesWhatIsNoAnswerToMysql() {
    Meeting meeting = new Meeting(new MysqlProtocol()).server(GREETING);
    assertThatThrownBy(() -> meeting.client(mysql(1, "short")))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void readsMysqlByteByByte() {
    ScriptedConversation conversation = ScriptedConversation.tcp(3_306);
    Dialogue dialogue = new MysqlProtocol().open(conversation);
    conversation.sayInPieces(
        dialogue, Side.SERVER, GREETING.getBytes(StandardCharsets.ISO_8859_1), 1);
    conversation.sayInPieces(
        dialogue, Side.CLIENT, ANSWER.getBytes(StandardCharsets.ISO_8859_1), 1);
    conversation.say(dialogue, Side.SERVER, mysql(2, "\0\0\0\2\0\0\0"));
    assertThat(conversation.facts(LoginAttempt.class).getFirst().outcome())
        .isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void recognisesPostgresql() {
    PostgresProtocol postgres = new PostgresProtocol();
    assertThat(asked(postgres, Side.CLIENT, STARTUP)).isEqualTo(Recognition.YES);
    assertThat(asked(postgres, Side.CLIENT, int32(8) + int32(80_877_103)))
        .isEqualTo(Recognition.YES);
    assertThat(asked(postgres, Side.CLIENT, STARTUP.substring(0, 12))).isEqualTo(Recognition.MORE);
    assertThat(asked(postgres, Side.CLIENT, "")).isEqualTo(Recognition.MORE);
    assertThat(asked(postgres, Side.CLIENT, startup("name\0x\0\0"))).isEqualTo(Recognition.NO);
    assertThat(asked(postgres, Side.SERVER, STARTUP)).isEqualTo(Recognition.NO);
  }

  @Test
  void tellsWhoWasRefusedByPostgresql() {
    Meeting meeting = new Meeting(new PostgresProtocol()).client(int32(8) + int32(80_877_103));
    meeting.server("N").client(STARTUP).server(message('R', int32(5) + "salt"));
    meeting.client(message('p', "md5" + "0".repeat(32) + "\0"));
    meeting.server(message('E', "SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0"));
    LoginAttempt login = meeting.only();
    assertThat(login.user()).isEqualTo("postgres");
    assertThat(login.mechanism()).isEqualTo("md5");
    assertThat(login.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(login.cleartext()).isFalse();
  }

  @Test
  void seesClearPasswordsThatPostgresqlAccepts() {
    Meeting meeting = new Meeting(new PostgresProtocol()).client(STARTUP);
    meeting.server(message('R', int32(3))).client(message('p', "secret\0"));
    meeting.server(message('R', int32(0)));
    assertThat(meeting.more).isFalse();
    LoginAttempt login = meeting.only();
    assertThat(login.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(login.cleartext()).isTrue();
  }

  @Test
  void countsNoLoginWhereNoneIsAskedFor() {
    new Meeting(new PostgresProtocol()).client(STARTUP).server(message('R', int32(0))).none();
    new Meeting(new PostgresProtocol())
        .client(STARTUP)
        .server(message('E', "SFATAL\0C3D000\0Mdatabase does not exist\0\0"))
        .none();
    new Meeting(new PostgresProtocol()).client(int32(8) + int32(80_877_103)).server("S").none();
  }

  @Test
  void recognisesVncOnBothSides() {
    VncProtocol vnc = new VncProtocol();
    assertThat(asked(vnc, Side.SERVER, "RFB 003.008\n")).isEqualTo(Recognition.YES);
    assertThat(asked(vnc, Side.CLIENT, "RFB 003.003\n")).isEqualTo(Recognition.YES);
    assertThat(asked(vnc, Side.SERVER, "RFB 0")).isEqualTo(Recognition.MORE);
    assertThat(asked(vnc, Side.SERVER, "RFC 6143 7.1")).isEqualTo(Recognition.NO);
  }

  @Test
  void tellsRefusalsOfVnc() {
    Meeting meeting = new Meeting(new VncProtocol()).server("RFB 003.008\n");
    meeting.client("RFB 003.008\n").server("\2\1\2").client("\2").server("challengechallen");
    meeting.client("responseresponse").server("\0\0\0\1\0\0\0\7Refused");
    assertThat(meeting.more).isFalse();
    assertThat(meeting.only().outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void readsVncWhereTheServerChooses() {
    Meeting meeting = new Meeting(new VncProtocol()).server("RFB 003.003\n");
    meeting.client("RFB 003.003\n").server("\0\0\0\2challengechallen");
    meeting.client("responseresponse").server("\0\0\0\0");
    assertThat(meeting.only().outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void leavesOtherSecurityOfVncAlone() {
    Meeting meeting = new Meeting(new VncProtocol()).server("RFB 003.008\n");
    meeting.client("RFB 003.008\n").server("\1\23").client("\23");
    assertThat(meeting.more).isFalse();
    meeting.none();
  }

  @Test
  void endsUnknownWhenBytesAreMissing() {
    Meeting meeting = new Meeting(new MysqlProtocol()).server(GREETING).client(ANSWER);
    assertThat(meeting.dialogue.gap(Side.SERVER, 100)).isFalse();
    assertThat(meeting.only().outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
