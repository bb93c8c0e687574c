package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A command that answers one document, or rows that hold a document and what is asked of it.
abstract class DocumentCommand implements Callable<Integer> {

  private final Streams streams;
  private final String member;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The document; - is standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--lines",
      description = "Read rows from standard input instead, and answer each with a line.")
  private boolean lines;

  /// @param member what a row calls the document
  DocumentCommand(Streams streams, String member) {
    this.streams = streams;
    this.member = member;
  }

  /// The answer to a row, without its `id`.
  abstract JsonObject answer(JsonObject row) throws BadRowException;

  /// What the options ask, as members of a row.
  abstract JsonObject asked() throws BadRowException;

  /// Prints what a reader wants to see of an answer.
  abstract void print(JsonObject answer, PrintWriter out);

  @Override
  public Integer call() throws IOException {
    if (lines) {
      new Rows(streams).answer(this::answer, Answers::error);
      return 0;
    }
    String document =
        file.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "which FILE? Or --lines"));
    try (InputStream in = streams.open(document)) {
      JsonObject row = asked().with(member, JsonReader.parse(in.readAllBytes()));
      print(answer(row), spec.commandLine().getOut());
      return 0;
    } catch (MalformedJsonException | BadRowException e) {
      throw new IOException(document + ": " + e.getMessage(), e);
    }
  }
}
