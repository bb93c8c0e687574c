package io.aegispcap.analysis.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.golden.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTests {
  private final Golden golden =
      new Golden(Path.of("src/test/resources/io/aegispcap/analysis/report"));

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static String text(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toString(UTF_8);
  }

  private static String html(RunSummary summary) throws IOException {
    return text(out -> HtmlReport.write(summary, out));
  }

  private static String json(RunSummary summary) throws IOException {
    return text(out -> AnalysisJson.write(summary, out));
  }

  @Test
  void looksAsAgreedAsPage() throws IOException {
    golden.check("sample.html", html(SampleRun.summary()));
  }

  @Test
  void looksAsAgreedAsJson() throws IOException {
    golden.check("sample.json", json(SampleRun.summary()));
  }

  @Test
  void looksAsAgreedOnTerminal() throws IOException {
    golden.check("sample.txt", new TerminalSummary(80, false).of(SampleRun.summary()));
  }

  @Test
  void doesNotDependOnThreads() throws IOException {
    String expected = json(SampleRun.summary());
    for (int threads = 2; threads <= 4; threads++) {
      RunSummary summary = SampleRun.summary(SampleRun.alerts(), SampleRun.capture(), threads);
      assertThat(json(summary)).isEqualTo(expected);
      assertThat(html(summary)).isEqualTo(html(SampleRun.summary()));
    }
  }

  @Test
  void writesNothingFromCapturesAsMarkup() throws IOException {
    String page = html(SampleRun.summary());

    assertThat(page).doesNotContain("<script>alert", "<b>.pcap").contains("&lt;script&gt;alert");
    assertThat(page.split("<script", -1)).as("scripts of the page itself").hasSize(2);
  }

  @Test
  void loadsNothingFromAnywhere() throws IOException {
    String page = html(SampleRun.summary());

    assertThat(page).contains("default-src &#39;none&#39;; style-src &#39;sha256-");
    assertThat(page).doesNotContain("src=\"", "url(", "@import", "http://", "https://", " style=");
  }

  @Test
  void keepsTerminalsFromBeingControlled() throws IOException {
    String text = new TerminalSummary(80, false).of(SampleRun.summary());

    assertThat(text).doesNotContain("\u001b", "\u202e");
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
  }

  @Test
  void coloursOnlyWhenTold() throws IOException {
    assertThat(new TerminalSummary(80, true).of(SampleRun.summary())).contains("\u001b[1;31m");
  }

  @Test
  void keepsToItsSchema() throws IOException {
    assertThat(faults(json(SampleRun.summary()))).isEmpty();
    assertThat(faults(json(SampleRun.summary(List.of(), PcapBuilder.pcap().build(), 1)))).isEmpty();
    assertThat(faults("{}")).isNotEmpty();
  }

  private static List<String> faults(String json) throws IOException {
    Path file =
        Path.of(System.getProperty("aegis.root", ".."), "docs/reference/analysis.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file));
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @Test
  void saysThatAnEmptyCaptureIsEmpty() throws IOException {
    RunSummary empty = SampleRun.summary(List.of(), PcapBuilder.pcap().build(), 1);

    assertThat(html(empty)).contains("There is not a single packet to judge.");
    assertThat(new TerminalSummary(80, false).of(empty)).contains("0 packets");
  }
}
