package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AegisTests {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine aegis =
      Aegis.commandLine(Consoles.silent())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true));

  @Test
  void saysItsVersion() {
    assertThat(aegis.execute("--version")).isZero();
    assertThat(out.toString()).startsWith("aegis " + AegisVersion.number());
  }

  @Test
  void takesItsVersionFromTheBuild() {
    assertThat(AegisVersion.number()).matches("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");
  }

  @Test
  void explainsItself() {
    assertThat(aegis.execute("--help")).isZero();
    assertThat(out.toString()).contains("Turns network captures into explained alerts.");
  }

  @Test
  void refusesToDoNothing() {
    assertThat(aegis.execute()).isEqualTo(2);
    assertThat(err.toString()).contains("which command?");
  }
}
