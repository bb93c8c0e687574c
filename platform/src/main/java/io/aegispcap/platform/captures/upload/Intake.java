package io.aegispcap.platform.captures.upload;

import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.CaptureProblem;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes captures of bytes that have come in, within what each person may keep.
@Service
class Intake {
  private final CaptureStore captures;
  private final UploadStore uploads;
  private final Analysing analysing;
  private final CaptureSettings settings;
  private final Deeds deeds;
  private final InstantSource clock;

  Intake(
      CaptureStore captures,
      UploadStore uploads,
      Analysing analysing,
      CaptureSettings settings,
      Deeds deeds,
      InstantSource clock) {
    this.captures = captures;
    this.uploads = uploads;
    this.analysing = analysing;
    this.settings = settings;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// Whatever is to be made of bytes that come in.
  ///
  /// @param upload that brought them in pieces, if one did
  record Wish(Caller.Person person, String name, Visibility visibility, Optional<UUID> upload) {}

  /// Keeps the capture and has it analysed; or finds the one that its owner has of the same bytes.
  @Transactional
  public Arrival keep(Wish wish, Blob content) {
    PersonId owner = wish.person().id();
    captures.lock(owner);
    Optional<Capture> same =
        captures.withContent(content.id()).stream()
            .filter(capture -> capture.owner().equals(owner))
            .findFirst();
    Arrival arrival =
        same.map(capture -> new Arrival(capture.id(), true)).orElseGet(() -> add(wish, content));
    wish.upload().ifPresent(id -> uploads.arrived(id, arrival.capture(), arrival.known()));
    return arrival;
  }

  private Arrival add(Wish wish, Blob content) {
    PersonId owner = wish.person().id();
    if (wish.upload().isEmpty()) {
      admit(owner, content.size());
    }
    Capture capture =
        new Capture(
            new CaptureId(UUID.randomUUID()),
            wish.name(),
            owner,
            wish.visibility(),
            content.id(),
            content.size(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            List.of(),
            "");
    captures.insert(capture);
    analysing.request(capture, AnalysisSettings.usual(), owner);
    deeds.record(
        wish.person(),
        "capture.upload",
        capture.id().toString(),
        Map.of("name", capture.name(), "sha256", content.id().sha256()));
    return new Arrival(capture.id(), false);
  }

  /// @throws ProblemException unless so many bytes more may come from them
  void admit(PersonId owner, long size) {
    if (size > settings.maxSize().toBytes()) {
      throw new ProblemException(
          ProblemType.Common.TOO_LARGE,
          "A capture may have %s, and this one has %s."
              .formatted(words(settings.maxSize().toBytes()), words(size)));
    }
    if (size > room(owner)) {
      throw noRoom(owner);
    }
  }

  /// Bytes that may still come from them.
  long room(PersonId owner) {
    long used = captures.bytesOf(owner) + uploads.openBytes(owner);
    return Math.max(0, settings.quota().toBytes() - used);
  }

  ProblemException noRoom(PersonId owner) {
    return new ProblemException(
        CaptureProblem.QUOTA_EXCEEDED,
        "Everybody may keep %s here, and %s are left to you; deleted captures count until they are gone."
            .formatted(words(settings.quota().toBytes()), words(room(owner))));
  }

  private static String words(long bytes) {
    return ByteCount.of(bytes);
  }
}
