package io.aegispcap.cli.plugin;

import io.aegispcap.extension.sandbox.CageImage;
import io.aegispcap.extension.sandbox.CageRuntime;
import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.extension.sandbox.PluginSandbox;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// What plugins run in.
public final class CageArguments {
  @Option(
      names = "--trust-unsandboxed",
      description =
          "Where this machine can't confine plugins, runs them all the same: each can then read, change"
              + " and send whatever you can.")
  private boolean trusting;

  /// Whether plugins may run where they can't be confined.
  public boolean trusting() {
    return trusting;
  }

  /// @param say takes what should be known
  /// @throws IOException when plugins can't be confined here, and nobody said that it does not
  ///   matter; says why
  PluginSandbox.Setup setup(InstantSource clock, Consumer<String> say) throws IOException {
    PluginSandbox.Setup setup = PluginSandbox.Setup.ofThisMachine(clock);
    Confinement confinement = trusting ? setup.confinement().trusted() : setup.confinement();
    if (!confinement.admits()) {
      throw new IOException(
          "plugins are refused here, since this machine can't confine them: "
              + String.join("; ", confinement.missing())
              + ". --trust-unsandboxed runs them all the same: each can then read, change and send"
              + " whatever you can");
    }
    if (confinement.unsandboxed()) {
      say.accept(Confinement.TRUST_WARNING + " (" + String.join("; ", confinement.missing()) + ")");
    }
    return setup.withConfinement(confinement).withRuntime(runtime(setup.runtime(), say));
  }

  private static CageRuntime runtime(CageRuntime plain, Consumer<String> say) {
    CageImage image = CageImage.ofThisUser(plain);
    try {
      if (!image.possible()) {
        return plain;
      }
      if (!image.ready()) {
        say.accept("making a runtime in which plugins start faster, once: some seconds");
      }
      return image.make();
    } catch (IOException e) {
      say.accept("plugins start slowly, since no runtime can be made for them: " + e.getMessage());
      return plain;
    }
  }
}
