package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the examples of the guide.
class StixGuideTests {

  private static final Pattern BLOCK =
      Pattern.compile("```(json|console) ?([\\w.]*)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("\\$ aegis ([^\\n]*)\\n((?:[^$][^\\n]*\\n)*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;

  @Test
  void answerAsTheGuideSays() throws IOException {
    Path guide = Path.of(System.getProperty("aegis.root"), "docs", "user-guide", "stix.md");
    Matcher block = BLOCK.matcher(Files.readString(guide));
    int commands = 0;
    while (block.find()) {
      if (block.group(1).equals("json")) {
        Files.writeString(folder.resolve(block.group(2)), block.group(3));
        continue;
      }
      Matcher command = COMMAND.matcher(block.group(3));
      while (command.find()) {
        String out = Run.of(words(command.group(1))).out();
        assertThat(out.replace(folder + "/", "")).isEqualTo(command.group(2));
        commands++;
      }
    }
    assertThat(commands).isEqualTo(8);
  }

  private Object[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.endsWith(".json") ? folder.resolve(text).toString() : text);
    }
    return words.toArray();
  }
}
