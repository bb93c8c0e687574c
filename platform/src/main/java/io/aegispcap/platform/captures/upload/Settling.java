package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.CaptureProblem;
import io.aegispcap.platform.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What becomes of uploads: refused as soon as they can't be captures, a capture when complete.
@Component
class Settling {
  private final UploadStore store;
  private final UploadFiles files;
  private final Blobs blobs;
  private final Intake intake;

  Settling(UploadStore store, UploadFiles files, Blobs blobs, Intake intake) {
    this.store = store;
    this.files = files;
    this.blobs = blobs;
    this.intake = intake;
  }

  /// Looks at the first bytes once enough of them are here.
  ///
  /// @param before so many bytes were here when it was looked at last
  /// @throws ProblemException when it is no capture; the upload is refused then
  void check(Upload upload, long before) throws IOException {
    boolean enough = upload.received() >= FirstBytes.ENOUGH || upload.complete();
    if (!enough || before >= FirstBytes.ENOUGH || upload.settled()) {
      return;
    }
    try (InputStream start = files.read(upload.id())) {
      FirstBytes.check(upload.name(), start);
    } catch (ProblemException refused) {
      if (refused.problem().type() == CaptureProblem.NOT_A_CAPTURE) {
        store.refused(upload.id(), refused.problem().detail());
        files.delete(upload.id());
      }
      throw refused;
    }
  }

  /// Makes it a capture. When that is cut short, nothing of it is seen, and it can be done again.
  void settle(Upload upload, Caller.Person owner) throws IOException {
    Blob content;
    try (InputStream whole = files.read(upload.id())) {
      content = blobs.store(whole);
    }
    intake.keep(
        new Intake.Wish(owner, upload.name(), upload.visibility(), Optional.of(upload.id())),
        content);
    files.delete(upload.id());
  }
}
