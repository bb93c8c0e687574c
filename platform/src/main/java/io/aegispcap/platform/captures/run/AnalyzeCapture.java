package io.aegispcap.platform.captures.run;

import io.aegispcap.capture.file.MalformedCaptureException;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureAnalyzed;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.Onlooker;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.jobs.JobEffect;
import io.aegispcap.platform.jobs.JobFailedException;
import io.aegispcap.platform.jobs.JobHandler;
import io.aegispcap.platform.jobs.JobRun;
import io.aegispcap.platform.network.NetworkBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Analyses a capture: the engine of `aegis analyze`, as a job.
@Component
class AnalyzeCapture implements JobHandler {
  static final String KIND = "captures.analyze";

  /// What the command line advises; here there is a switch for it.
  private static final String ADVICE = "--lenient reads on behind it";

  private static final String ADVICE_HERE =
      "analyse it again and let it read on behind corrupt bytes";

  private final AnalysisStore store;
  private final NetworkBook network;
  private final Blobs blobs;
  private final List<Harvest> harvests;
  private final List<Onlooker> onlookers;
  private final CaptureSettings settings;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final int workers;
  private final Path scratch;

  AnalyzeCapture(
      AnalysisStore store,
      NetworkBook network,
      Blobs blobs,
      List<Harvest> harvests,
      List<Onlooker> onlookers,
      CaptureSettings settings,
      InstantSource clock,
      ApplicationEventPublisher events,
      DataDirectory directory,
      @Value("${aegis.jobs.workers:2}") int workers)
      throws IOException {
    this.store = store;
    this.network = network;
    this.blobs = blobs;
    this.harvests = List.copyOf(harvests);
    this.onlookers = List.copyOf(onlookers);
    this.settings = settings;
    this.clock = clock;
    this.events = events;
    this.workers = workers;
    this.scratch = directory.folder("analysis");
    Scratch.clear(scratch);
  }

  /// @param analysis its id
  record Arguments(UUID analysis) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobEffect run(JobRun job) throws IOException, JobFailedException {
    AnalysisId id = new AnalysisId(job.arguments(Arguments.class).analysis());
    AnalysisRun wanted = store.find(id).orElseThrow(AnalyzeCapture::gone);
    Capture capture = store.capture(id).orElseThrow(AnalyzeCapture::gone);
    try (Scratch folder = Scratch.in(scratch);
        Visits visits = new Visits(onlookers, capture)) {
      EngineRun engine =
          new EngineRun(capture, wanted.settings(), network.known(), folder, blobs, job, visits);
      AnalysisRun.Result result = engine.result(settings.engineThreads(), workers);
      List<Runnable> effects = new ArrayList<>(visits.effects());
      harvests.forEach(harvest -> effects.add(harvest.of(wanted, result)));
      return () -> keep(wanted, result, effects);
    } catch (MalformedCaptureException malformed) {
      throw new JobFailedException(
          String.valueOf(malformed.getMessage()).replace(ADVICE, ADVICE_HERE), malformed);
    }
  }

  private void keep(AnalysisRun wanted, AnalysisRun.Result result, List<Runnable> effects) {
    if (store.done(wanted.id(), result, clock.instant())) {
      effects.forEach(Runnable::run);
      events.publishEvent(new CaptureAnalyzed(wanted.capture(), wanted.id()));
    }
  }

  private static JobFailedException gone() {
    return new JobFailedException("The capture was deleted before it could be analysed.");
  }
}
