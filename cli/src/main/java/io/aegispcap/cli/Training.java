package io.aegispcap.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// Runs what `aegis` is mostly used for over and over, so that the launcher's ahead-of-time cache
/// learns which code is hot and what it meets there. Nobody calls it but the launcher's build.
public final class Training {
  /// Rounds of `flows` for each of `analyze`.
  private static final int ANALYZE_EVERY = 4;

  private Training() {}

  /// @param args how many rounds, a folder to write to, a folder with STIX, then captures, which
  ///   each round merges
  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    Path stix = Path.of(args[2]);
    List<String> captures = List.of(args).subList(3, args.length);
    List<String> flows = command("flows", captures, "-o", args[1] + "/training.csv");
    List<String> analyze =
        command(
            "analyze",
            captures,
            "--json",
            args[1] + "/training.json",
            "--report",
            args[1] + "/training.html");
    CommandLine aegis = Aegis.commandLine(Console.ofProcess());
    for (int round = 0; round < rounds; round++) {
      run(aegis, flows);
      if (round % ANALYZE_EVERY == 0) {
        run(aegis, analyze);
      }
      stix(stix);
    }
    System.exit(0);
  }

  private static void stix(Path folder) throws IOException {
    run(aegis(""), List.of("stix", "validate", folder.resolve("night.json").toString()));
    for (String command : List.of("check", "match")) {
      String rows = Files.readString(folder.resolve(command + ".jsonl"));
      run(aegis(rows), List.of("stix", "pattern", command, "--lines"));
    }
  }

  private static CommandLine aegis(String in) {
    return Aegis.commandLine(
        new Console(
            Channels.newChannel(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8))),
            OutputStream.nullOutputStream(),
            false,
            false,
            false,
            0,
            false));
  }

  private static List<String> command(String name, List<String> captures, String... options) {
    List<String> words = new ArrayList<>(captures);
    words.addFirst(name);
    words.addAll(List.of(options));
    return words;
  }

  private static void run(CommandLine aegis, List<String> words) {
    int status = aegis.execute(words.toArray(String[]::new));
    if (status != 0) {
      System.exit(status);
    }
  }
}
