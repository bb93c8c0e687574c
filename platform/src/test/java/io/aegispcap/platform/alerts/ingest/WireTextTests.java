package io.aegispcap.platform.alerts.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTextTests {

  @Test
  void spellsOutWhatWouldHideOrReorderText() {
    assertThat(WireText.visible("a\u0000b\u202Egpj.exe\uD800\nc"))
        .isEqualTo("a\\u0000b\\u202egpj.exe\\ud800\\u000ac");
  }

  @Test
  void leavesOtherTextAsItIs() {
    String text = "xn--bcher-kva.example bücher 例え 🦆 <script>";
    assertThat(WireText.visible(text)).isEqualTo(text);
  }
}
