package io.aegispcap.platform;

import io.aegispcap.platform.accounts.FirstAdministrator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.spi.ToolProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// The platform as the `aegis` command finds it, without knowing it: by the name `aegis-serve`.
/// Arguments are Spring's, such as `--server.port=8080`.
public final class Serve implements ToolProvider {
  private static final int REFUSED = 1;

  @Override
  public String name() {
    return "aegis-serve";
  }

  /// Returns when the server has stopped: 0, or 1 when it could not start on what it was given.
  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    CountDownLatch stopped = new CountDownLatch(1);
    SpringApplication application = new SpringApplication(Platform.class);
    application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown());
    application.addListeners(new UnknownSettings());
    try {
      ConfigurableApplicationContext running = application.run(arguments);
      String samples = running.getEnvironment().getProperty("aegis.demo", "");
      if (samples.isEmpty()) {
        greet(running, out);
      } else {
        out.println(where(running));
        running.getBean(Demo.class).fill(Path.of(samples), address(running), out);
      }
      if (Boolean.getBoolean("aegis.rehearsal")) {
        Rehearsal.of(address(running));
        running.close();
      }
      stopped.await();
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (RuntimeException fault) {
      err.println("aegis: " + Refusal.in(fault).orElseThrow(() -> fault));
      return REFUSED;
    }
  }

  private static void greet(ConfigurableApplicationContext running, PrintWriter out) {
    out.println(where(running));
    running
        .getBean(FirstAdministrator.class)
        .setUpPath()
        .ifPresent(
            path ->
                out.println(
                    "Nobody has an account yet. Set up the first administrator at "
                        + address(running)
                        + path.substring(1)));
    out.flush();
  }

  private static String where(ConfigurableApplicationContext running) {
    return "AegisPCAP is at " + address(running) + " (Ctrl+C stops it)";
  }

  private static String address(ConfigurableApplicationContext running) {
    String host = running.getEnvironment().getProperty("server.address", "127.0.0.1");
    int port =
        running instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
            ? web.getWebServer().getPort()
            : 0;
    return "http://" + host + ":" + port + "/";
  }
}
