package io.aegispcap.capture.protocol.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellProtocolTests {
  private final ScriptedConversation conversation = ScriptedConversation.tcp(4_444);
  private final Dialogue dialogue = new ShellProtocol().open(conversation);

  private static Recognition asked(String first) {
    return new ShellProtocol()
        .recognise(Side.CLIENT, Bytes.of(first.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft Windows [Version 10.0.19045.3693]\r\n",
        "bash: cannot set terminal process group (812): Inappropriate ioctl for device\n",
        "/bin/sh: 0: can't access tty; job control turned off\n",
        "sh: no job control in this shell\n",
        "sh-5.2$ ",
        "$ ",
        "/ # ",
        "anna@desk:~/work$ ",
        "PS C:\\Users\\anna> ",
        "uid=33(www-data) gid=33(www-data) groups=33(www-data)\n",
        "Linux desk 6.1.0-18-amd64 #1 SMP Debian\n",
        "whoami\n",
        "uname -a\r\n"
      })
  void recognisesWhatShellsAndUsersSayFirst(String first) {
    assertThat(asked(first)).isEqualTo(Recognition.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "GET / HTTP/1.1\r\n",
        "# HELP up Whether the target is up\n",
        "$5 for a song\r\n",
        "example.org\r\n",
        "identify\r\n",
        "id=5\r\n",
        "hello world\n",
        "Linux is a kernel\n"
      })
  void leavesOtherTextAlone(String first) {
    assertThat(asked(first)).isEqualTo(Recognition.NO);
  }

  private ShellSession only() {
    dialogue.close();
    dialogue.close();
    assertThat(conversation.facts(ShellSession.class)).hasSize(1);
    return conversation.facts(ShellSession.class).getFirst();
  }

  @Test
  void tellsAReverseShell() {
    conversation.say(dialogue, Side.CLIENT, "bash: no job control in this shell\n");
    conversation.say(dialogue, Side.CLIENT, "anna@desk:~$ ");
    conversation.say(dialogue, Side.SERVER, "ls\n");
    conversation.say(dialogue, Side.CLIENT, "notes.txt\nanna@desk:~$ ");
    conversation.say(dialogue, Side.SERVER, "exit\n");
    ShellSession session = only();
    assertThat(session.byOpener()).isTrue();
    assertThat(session.commands()).isEqualTo(2);
    assertThat(session.outputs()).isEqualTo(3);
    assertThat(session.frameId()).isEqualTo(1);
  }

  @Test
  void tellsAShellThatListened() {
    conversation.say(dialogue, Side.CLIENT, "id\n");
    conversation.say(dialogue, Side.SERVER, "uid=0(root) gid=0(root) groups=0(root)\n");
    assertThat(only().byOpener()).isFalse();
  }

  @Test
  void goesByCommandsWhereOutputSaysNothing() {
    conversation.say(dialogue, Side.SERVER, "whoami\n");
    conversation.say(dialogue, Side.CLIENT, "www-data\n");
    conversation.say(dialogue, Side.SERVER, "pwd\n");
    assertThat(conversation.facts()).isEmpty();
    assertThat(only().byOpener()).isTrue();
  }

  @Test
  void saysNothingOfOneWordAndItsAnswer() {
    conversation.say(dialogue, Side.CLIENT, "id\n");
    conversation.say(dialogue, Side.SERVER, "no such page\n");
    dialogue.close();
    assertThat(conversation.facts()).isEmpty();
  }

  @Test
  void saysNothingOfAPromptThatNobodyAnswered() {
    conversation.say(dialogue, Side.SERVER, "$ ");
    dialogue.close();
    assertThat(conversation.facts()).isEmpty();
  }
}
