package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureProblem;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Files that come in pieces, and go on after whatever happened in between.
@Service
public class Uploads {
  private final UploadStore store;
  private final UploadFiles files;
  private final UploadLocks locks;
  private final CaptureStore captures;
  private final Intake intake;
  private final Settling settling;
  private final CaptureSettings settings;
  private final TransactionOperations transactions;

  Uploads(
      UploadStore store,
      UploadFiles files,
      UploadLocks locks,
      CaptureStore captures,
      Intake intake,
      Settling settling,
      CaptureSettings settings,
      TransactionOperations transactions) {
    this.store = store;
    this.files = files;
    this.locks = locks;
    this.captures = captures;
    this.intake = intake;
    this.settling = settling;
    this.settings = settings;
    this.transactions = transactions;
  }

  /// @param metadata to be given back as it is
  /// @throws ProblemException when so much may not come
  public Upload begin(
      Caller.Person person, String name, Visibility visibility, long size, String metadata) {
    if (size == 0) {
      throw new ProblemException(CaptureProblem.NOT_A_CAPTURE, name + " is empty.");
    }
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              captures.lock(person.id());
              intake.admit(person.id(), size);
              return store.insert(
                  person.id(), name, visibility, size, metadata, settings.uploadExpiry());
            }));
  }

  /// @throws ProblemException NOT_FOUND when it is none of theirs, UPLOAD_GONE when it was refused
  ///   or is too old
  public Upload require(UUID id, Caller.Person person) {
    Upload upload =
        store
            .find(id)
            .filter(found -> found.owner().equals(person.id()))
            .orElseThrow(() -> ProblemException.notFound("upload " + id));
    if (upload.refused().isPresent()) {
      throw gone(upload.refused().get());
    }
    if (upload.late() && !upload.complete()) {
      throw gone("Nothing came for " + settings.uploadExpiry().toHours() + " hours.");
    }
    return upload;
  }

  /// The same, for who wants to go on with it.
  ///
  /// @throws ProblemException UPLOAD_GONE too when its bytes are not on this server
  public Upload requireHere(UUID id, Caller.Person person) throws IOException {
    Upload upload = require(id, person);
    if (!upload.settled() && !files.holds(id, upload.received())) {
      throw gone("The %d bytes that came are not on this server.".formatted(upload.received()));
    }
    return upload;
  }

  private static ProblemException gone(String why) {
    return new ProblemException(CaptureProblem.UPLOAD_GONE, why);
  }

  /// Those that are under way or were interrupted.
  public List<Upload> open(PersonId person) {
    return store.open(person);
  }

  /// Bytes that may still come from them.
  public long room(PersonId person) {
    return intake.room(person);
  }

  /// Takes a piece. What came of it is kept when the client goes away in the middle.
  ///
  /// @return the upload after it; with its capture when this was the last piece
  /// @throws ProblemException when the piece does not fit, or what comes is no capture
  /// @throws ChecksumMismatchException when it is damaged
  public Upload append(UUID id, Caller.Person person, Chunk chunk) throws IOException {
    try (UploadLocks.Hold _ = locks.hold(id)) {
      Upload upload = requireHere(id, person);
      fits(upload, chunk);
      if (!upload.complete()) {
        receive(upload, chunk);
      }
      Upload now = require(id, person);
      settling.check(now, chunk.offset());
      if (now.complete() && !now.settled()) {
        settling.settle(now, person);
      }
      return require(id, person);
    }
  }

  private static void fits(Upload upload, Chunk chunk) {
    if (chunk.offset() != upload.received()) {
      throw new ProblemException(
          CaptureProblem.UPLOAD_OFFSET,
          "%d bytes are here, and this begins at %d.".formatted(upload.received(), chunk.offset()));
    }
    if (chunk.length().filter(length -> length > upload.size() - upload.received()).isPresent()) {
      throw tooLong(upload);
    }
  }

  private static ProblemException tooLong(Upload upload) {
    return new ProblemException(
        ProblemType.Common.TOO_LARGE,
        "The upload was said to have %d bytes; this goes beyond them.".formatted(upload.size()));
  }

  private void receive(Upload upload, Chunk chunk) throws IOException {
    try (UploadFiles.Open file = files.open(upload.id(), upload.received())) {
      Reception reception =
          new Reception(
              file, upload, offset -> store.advance(upload.id(), offset, settings.uploadExpiry()));
      if (!reception.take(chunk)) {
        throw tooLong(upload);
      }
    }
  }

  /// Gives it up.
  public void end(UUID id, Caller.Person person) throws IOException {
    try (UploadLocks.Hold _ = locks.hold(id)) {
      require(id, person);
      store.delete(id);
      files.delete(id);
    }
  }
}
