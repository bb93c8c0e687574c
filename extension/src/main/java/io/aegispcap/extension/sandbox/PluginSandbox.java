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
/// failed is asked once more in a fresh process, which knows nothing of what was before; a plugin
/// that was too late both times is asked nothing more. For one thread at a time, but for [#abandon]
/// and [#close], which any thread may call.
public final class PluginSandbox implements AutoCloseable {
  /// How many processes may start at once: a start is all computing, and more of them than
  /// processors would only make each other late. No plugin's code runs before a turn ends.
  private static final Semaphore STARTS =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private final Setup setup;
  private final CagedPlugin plugin;
  private final AnswerCheck check;
  private final SuspensionPolicy.Count failures;
  private volatile @Nullable CagedProcess process;
  private Usage usage = Usage.NONE;
  private Map<String, String> kept;
  private long batch;
  private int late;
  private boolean suspended;
  private volatile boolean abandoned;
  private volatile boolean closed;

  /// When all that is asked has to be answered; as yet only while charts are asked for.
  private @Nullable Until whole;

  private boolean drawing;

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

  /// Asks for its charts, and has it clean up. All of that, a second attempt too, has the time of
  /// one answer, counted from the moment at which its process is ready for it.
  public Answer draw() {
    drawing = true;
    Answer drawn = ask(new ToChild.Draw());
    List<ToHost> messages = new ArrayList<>(drawn.messages());
    messages.addAll(finish().messages());
    drawing = false;
    return new Answer(messages, drawn.failed());
  }

  /// Tells it that the capture is over.
  public Answer endOfCapture() {
    return ask(new ToChild.EndOfCapture());
  }

  /// Has it clean up, and ends its process. What its store holds is in [#kept] then.
  public Answer finish() {
    if (process == null) {
      return refuses() ? Answer.FAILED : new Answer(List.of(), false);
    }
    Answer answer = attempt(new ToChild.Finish()).orElse(Answer.FAILED);
    end();
    return answer;
  }

  public CagedPlugin plugin() {
    return plugin;
  }

  /// What it may use.
  public SandboxLimits limits() {
    return setup.limits();
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

  /// Whoever waits for it has waited too long: its process is ended, that is its failure, and it is
  /// asked nothing more.
  public void abandon() {
    abandoned = true;
    kill();
  }

  /// Ends its process without asking it; no other is started.
  @Override
  public void close() {
    closed = true;
    kill();
  }

  private void kill() {
    CagedProcess current = process;
    if (current != null) {
      current.close();
    }
  }

  private boolean refuses() {
    return suspended || abandoned || closed || late > 1;
  }

  private Answer ask(ToChild question) {
    if (refuses()) {
      return Answer.FAILED;
    }
    batch++;
    late = 0;
    check.showing(question);
    return attempt(question).or(() -> again(question)).orElse(Answer.FAILED);
  }

  private Optional<Answer> again(ToChild question) {
    boolean outOfTime = drawing && whole != null && whole.passed();
    return refuses() || outOfTime ? Optional.empty() : attempt(question);
  }

  private Optional<Answer> attempt(ToChild question) {
    Instant begun = setup.clock().instant();
    try {
      List<ToHost> messages = new ArrayList<>();
      CagedProcess current = process;
      Until due;
      if (current == null) {
        current = start();
        due = due();
        messages.addAll(exchange(current, plugin.begin(), due));
      } else {
        due = due();
      }
      messages.addAll(exchange(current, question, due));
      usage = usage.withAnswer(Duration.between(begun, setup.clock().instant()));
      return Optional.of(new Answer(messages, false));
    } catch (PluginFailedException e) {
      failed(e);
      return Optional.empty();
    }
  }

  /// Until when an answer may take; loading and initialising the plugin are part of it.
  private Until due() {
    Until answer = Until.after(setup.limits().wall());
    if (!drawing) {
      return answer;
    }
    Until all = whole == null ? answer : whole;
    whole = all;
    return all;
  }

  /// A process that has locked itself up, and runs nothing of the plugin yet.
  private CagedProcess start() throws PluginFailedException {
    if (!setup.confinement().admits()) {
      throw new PluginFailedException(
          PluginFailure.Cause.NOT_STARTED,
          String.join("; ", setup.confinement().missing()),
          List.of());
    }
    try {
      return locked();
    } catch (IOException e) {
      throw new PluginFailedException(
          PluginFailure.Cause.NOT_STARTED, e.getMessage() + ": " + e.getCause(), List.of());
    }
  }

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
      if (abandoned || closed) { // meanwhile
        kill();
      }
      new Exchange(started, setup, Until.after(setup.limits().wall())).awaitLocked();
      return started;
    } finally {
      STARTS.release();
    }
  }

  private List<ToHost> exchange(CagedProcess current, ToChild question, Until due)
      throws PluginFailedException {
    List<ToHost> messages = new Exchange(current, setup, due).ask(plugin, question, check);
    for (ToHost message : messages) {
      if (message instanceof ToHost.Kept(Map<String, String> content)) {
        kept = content;
      }
    }
    return messages;
  }

  private void failed(PluginFailedException failure) {
    end();
    if (closed) {
      return; // nobody asked it to go on
    }
    PluginFailure.Cause cause = abandoned ? PluginFailure.Cause.TIMED_OUT : failure.failureCause();
    String message =
        abandoned
            ? "the analysis waited for it too long in all"
            : String.valueOf(failure.getMessage());
    late += cause == PluginFailure.Cause.TIMED_OUT ? 1 : 0;
    Instant now = setup.clock().instant();
    setup
        .failures()
        .accept(
            new PluginFailure(
                plugin.metadata().id(),
                plugin.metadata().version(),
                cause,
                message,
                batch,
                now,
                failure.output()));
    suspended = failures.failed(now) || cause == PluginFailure.Cause.NOT_STARTED;
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
