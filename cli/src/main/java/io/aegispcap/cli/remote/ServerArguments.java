package io.aegispcap.cli.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which platform, and as whom. A token is no option: other users of a machine see those.
final class ServerArguments {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "The platform's address. Default: AEGIS_SERVER of the environment, else"
              + " http://127.0.0.1:8080.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with nothing but an API token. Default: the token in AEGIS_TOKEN of the"
              + " environment.")
  private Optional<Path> tokenFile = Optional.empty();

  /// @throws IOException when the token can't be read
  Server connect() throws IOException {
    URI address =
        server.orElseGet(
            () ->
                URI.create(System.getenv().getOrDefault("AEGIS_SERVER", "http://127.0.0.1:8080")));
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new ParameterException(
          spec.commandLine(), "--server must be like https://aegis.example, not " + address);
    }
    return new Server(address.resolve("/"), token());
  }

  private Optional<String> token() throws IOException {
    String token =
        tokenFile.isPresent()
            ? Files.readString(tokenFile.get()).strip()
            : System.getenv().getOrDefault("AEGIS_TOKEN", "");
    return Optional.of(token).filter(given -> !given.isEmpty());
  }
}
