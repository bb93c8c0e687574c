package io.aegispcap.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// Runs what `aegis` is mostly used for over and over, so that the launcher's ahead-of-time cache
/// learns which code is hot and what it meets there. Nobody calls it but the launcher's build.
public final class Training {
  /// Rounds of `flows` for each of `analyze`.
  private static final int ANALYZE_EVERY = 4;

  private Training() {}

  /// @param args how many rounds, a folder to write to, then captures, which each round merges
  public static void main(String[] args) {
    int rounds = Integer.parseInt(args[0]);
    List<String> captures = List.of(args).subList(2, args.length);
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
    }
    System.exit(0);
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
