package io.aegispcap.platform;

import io.aegispcap.platform.database.StartRefusedException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/// Tells what a person has to put right from what is a fault of ours. Spring is told that such a
/// refusal needs no stack trace in the log: the command says it in one line.
final class Refusal implements SpringBootExceptionReporter {

  Refusal(ConfigurableApplicationContext context) {}

  /// What to say to the person who started us.
  static Optional<String> in(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> explain(cause).stream())
        .findFirst();
  }

  private static Optional<String> explain(Throwable cause) {
    return switch (cause) {
      case StartRefusedException refused -> Optional.of(String.valueOf(refused.getMessage()));
      case PortInUseException port ->
          Optional.of(
              "Port "
                  + port.getPort()
                  + " is in use. Stop what listens there, or choose another with --port.");
      case ConfigurationPropertiesBindException unbound -> WrongSetting.in(unbound);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean reportException(Throwable fault) {
    return in(fault).isPresent();
  }
}
