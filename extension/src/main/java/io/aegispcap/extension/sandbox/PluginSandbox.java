package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.AlertBatch;
import io.aegispcap.plugin.FlowBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one plugin in a process that the kernel confines. Whatever the plugin does, each question
/// is answered: with what it said, or with a failure, of which one record is made. A question that
/// failed is asked once more in a fresh process, which knows nothing of what was before. For one
/// thread at a time.
public final class PluginSandbox implements AutoCloseable {
  /// How many processes may start at once: a start is all computing, and more of them than
  /// processors would only make each other late. No plugin's code runs before a turn ends.
  private static final Semaphore STARTS =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private final Setup setup;
  private final CagedPlugin plugin;
  private final AnswerCheck check;
  private final SuspensionPolicy.Count failures;
  private @Nullable CagedProcess process;
  private Usage usage = Usage.NONE;
  private Map<String, String> kept;
  private long batch;
  private boolean suspended;

  /// What sandboxes have in common.
  ///
  /// @param runtime what processes are made of
  /// @param confinement what this machine can enforce
  /// @param limits what a plugin may use
  /// @param suspension when a failing plugin is no longer asked
  /// @param http makes the calls that were granted
  /// @param failures is given each failure
  /// @param clock tells when
  public record Setup(
      CageRuntime runtime,
      Confinement confinement,
      SandboxLimits limits,
      SuspensionPolicy suspension,
      HttpCalls http,
      Consumer<PluginFailure> failures,
      InstantSource clock) {

    /// This machine and program, usual limits, no calls for plugins, failures kept by who runs
    /// them.
    public static Setup ofThisMachine(InstantSource clock) {
      return new Setup(
          CageRuntime.ofThisProgram(),
          Confinement.ofThisMachine(),
          SandboxLimits.defaults(),
          SuspensionPolicy.DEFAULT,
          HttpCalls.NONE,
          failure -> {},
          clock);
    }

    public Setup withRuntime(CageRuntime other) {
      return new Setup(other, confinement, limits, suspension, http, failures, clock);
    }

    public Setup withConfinement(Confinement other) {
      return new Setup(runtime, other, limits, suspension, http, failures, clock);
    }

    public Setup withLimits(SandboxLimits other) {
      return new Setup(runtime, confinement, other, suspension, http, failures, clock);
    }

    public Setup withHttp(HttpCalls other) {
      return new Setup(runtime, confinement, limits, suspension, other, failures, clock);
    }

    public Setup withFailures(Consumer<PluginFailure> other) {
      return new Setup(runtime, confinement, limits, suspension, http, other, clock);
    }
  }

  public PluginSandbox(Setup setup, CagedPlugin plugin) {
    this.setup = setup;
    this.plugin = plugin;
    check = new AnswerCheck(plugin);
    failures = setup.suspension().new Count();
    kept = plugin.kept();
  }

  /// Has the plugin process flows.
  public Answer process(FlowBatch flows) {
    return ask(new ToChild.Flows(flows));
  }

  /// Has it process alerts.
  public Answer process(AlertBatch alerts) {
    return ask(new ToChild.Alerts(alerts));
  }

  /// Asks for its charts.
  public Answer draw() {
    return ask(new ToChild.Draw());
  }

  /// Tells it that the capture is over.
  public Answer endOfCapture() {
    return ask(new ToChild.EndOfCapture());
  }

  /// Has it clean up, and ends its process. What its store holds is in [#kept] then.
  public Answer finish() {
    if (process == null) {
      return suspended ? Answer.FAILED : new Answer(List.of(), false);
    }
    Answer answer = attempt(new ToChild.Finish()).orElse(Answer.FAILED);
    end();
    return answer;
  }

  public CagedPlugin plugin() {
    return plugin;
  }

  /// What its store holds.
  public Map<String, String> kept() {
    return kept;
  }

  /// What it used so far.
  public Usage usage() {
    return usage;
  }

  /// Whether it failed too often, and is no longer asked.
  public boolean suspended() {
    return suspended;
  }

  /// Ends its process without asking it.
  @Override
  public void close() {
    end();
  }

  private Answer ask(ToChild question) {
    if (suspended) {
      return Answer.FAILED;
    }
    batch++;
    check.showing(question);
    return attempt(question).or(() -> again(question)).orElse(Answer.FAILED);
  }

  private Optional<Answer> again(ToChild question) {
    return suspended ? Optional.empty() : attempt(question);
  }

  private Optional<Answer> attempt(ToChild question) {
    Instant begun = setup.clock().instant();
    try {
      List<ToHost> messages = new ArrayList<>();
      CagedProcess current = process;
      if (current == null) {
        current = start(messages);
      }
      messages.addAll(exchange(current, question));
      usage = usage.withAnswer(Duration.between(begun, setup.clock().instant()));
      return Optional.of(new Answer(messages, false));
    } catch (PluginFailedException e) {
      failed(e);
      return Optional.empty();
    }
  }

  private CagedProcess start(List<ToHost> messages) throws PluginFailedException {
    if (!setup.confinement().admits()) {
      throw new PluginFailedException(
          PluginFailure.Cause.NOT_STARTED,
          String.join("; ", setup.confinement().missing()),
          List.of());
    }
    try {
      CagedProcess started = locked();
      messages.addAll(exchange(started, plugin.begin()));
      return started;
    } catch (IOException e) {
      throw new PluginFailedException(
          PluginFailure.Cause.NOT_STARTED, e.getMessage() + ": " + e.getCause(), List.of());
    }
  }

  /// A process that has locked itself up, and runs nothing of the plugin yet.
  private CagedProcess locked() throws IOException, PluginFailedException {
    List<Path> readable = new ArrayList<>(setup.runtime().readable());
    readable.addAll(plugin.packages());
    STARTS.acquireUninterruptibly();
    try {
      CagedProcess started =
          CagedProcess.start(
              setup.runtime().command(setup.limits(), setup.confinement().locks()),
              readable,
              setup.confinement().landlock());
      process = started;
      new Exchange(started, setup).awaitLocked();
      return started;
    } finally {
      STARTS.release();
    }
  }

  private List<ToHost> exchange(CagedProcess current, ToChild question)
      throws PluginFailedException {
    List<ToHost> messages = new Exchange(current, setup).ask(plugin, question, check);
    for (ToHost message : messages) {
      if (message instanceof ToHost.Kept(Map<String, String> content)) {
        kept = content;
      }
    }
    return messages;
  }

  private void failed(PluginFailedException failure) {
    end();
    Instant now = setup.clock().instant();
    setup
        .failures()
        .accept(
            new PluginFailure(
                plugin.metadata().id(),
                plugin.metadata().version(),
                failure.failureCause(),
                String.valueOf(failure.getMessage()),
                batch,
                now,
                failure.output()));
    suspended = failures.failed(now) || failure.failureCause() == PluginFailure.Cause.NOT_STARTED;
  }

  private void end() {
    CagedProcess current = process;
    if (current != null) {
      current.close();
      usage = usage.withProcess(current.cpu(), current.memory());
      process = null;
    }
  }
}
