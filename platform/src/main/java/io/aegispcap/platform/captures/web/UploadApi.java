package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureProblem;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.CaptureWords;
import io.aegispcap.platform.captures.upload.Checksum;
import io.aegispcap.platform.captures.upload.ChecksumMismatchException;
import io.aegispcap.platform.captures.upload.Chunk;
import io.aegispcap.platform.captures.upload.Upload;
import io.aegispcap.platform.captures.upload.Uploads;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Resumable uploads: tus 1.0.0 (https://tus.io/protocols/resumable-upload), core and the
/// extensions that [Tus#EXTENSIONS] names.
@RestController
@RequestMapping("/api/v1/uploads")
class UploadApi {
  private final Uploads uploads;
  private final CaptureSettings settings;

  UploadApi(Uploads uploads, CaptureSettings settings) {
    this.uploads = uploads;
    this.settings = settings;
  }

  /// Before every call: both sides say which version they speak.
  @ModelAttribute
  void speak(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(Tus.RESUMABLE, Tus.VERSION);
    boolean asks = RequestMethod.OPTIONS.name().equals(request.getMethod());
    if (!asks && !Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE))) {
      response.setHeader(Tus.SPOKEN, Tus.VERSION);
      throw new ProblemException(
          CaptureProblem.TUS_VERSION, "Tus-Resumable is missing, or is not 1.0.0.");
    }
  }

  @RequestMapping(
      path = {"", "/{id}"},
      method = RequestMethod.OPTIONS)
  @Requires(Permission.VISIT)
  ResponseEntity<Void> options() {
    return ResponseEntity.noContent()
        .header(Tus.SPOKEN, Tus.VERSION)
        .header("Tus-Extension", Tus.EXTENSIONS)
        .header("Tus-Max-Size", Long.toString(settings.maxSize().toBytes()))
        .header("Tus-Checksum-Algorithm", Checksum.SPOKEN)
        .build();
  }

  @PostMapping
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Void> create(
      Caller.Person caller,
      HttpServletRequest request,
      @RequestHeader(Tus.LENGTH) long length,
      @RequestHeader(name = Tus.METADATA, defaultValue = "") String metadata)
      throws IOException {
    Map<String, String> said =
        Tus.metadata(metadata).orElseThrow(() -> bad("Upload-Metadata can't be understood."));
    if (length < 0) {
      throw bad("Upload-Length is a number of bytes.");
    }
    Upload begun =
        uploads.begin(
            caller,
            CaptureWords.fileName(
                said.getOrDefault("filename", said.getOrDefault("name", "capture"))),
            visibility(said),
            length,
            metadata);
    boolean withBytes = isChunk(request) && request.getContentLengthLong() != 0;
    Upload now = withBytes ? append(begun.id(), caller, request, 0) : begun;
    return state(HttpStatus.CREATED, now)
        .header(HttpHeaders.LOCATION, "/api/v1/uploads/" + begun.id())
        .build();
  }

  private static Visibility visibility(Map<String, String> said) {
    return Optional.ofNullable(said.get("visibility"))
        .map(slug -> Wishes.visibility(slug.toLowerCase(Locale.ROOT)))
        .orElse(Visibility.PRIVATE);
  }

  @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Void> ask(Caller.Person caller, @PathVariable UUID id) throws IOException {
    Upload upload = uploads.requireHere(id, caller);
    ResponseEntity.BodyBuilder answer =
        state(HttpStatus.OK, upload)
            .header(Tus.LENGTH, Long.toString(upload.size()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    return upload.metadata().isEmpty()
        ? answer.build()
        : answer.header(Tus.METADATA, upload.metadata()).build();
  }

  @PatchMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Void> append(
      Caller.Person caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      @RequestHeader(Tus.OFFSET) long offset)
      throws IOException {
    if (!isChunk(request)) {
      throw new ProblemException(
          ProblemType.Common.UNSUPPORTED_MEDIA_TYPE, "A piece is of the type " + Tus.CHUNK + ".");
    }
    try {
      return state(HttpStatus.NO_CONTENT, append(id, caller, request, offset)).build();
    } catch (ChecksumMismatchException _) {
      return ResponseEntity.status(Tus.MISMATCH).build();
    }
  }

  /// For clients behind proxies that know no PATCH.
  @PostMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Void> appendByPost(
      Caller.Person caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      @RequestHeader(name = "X-HTTP-Method-Override", defaultValue = "") String method,
      @RequestHeader(Tus.OFFSET) long offset)
      throws IOException {
    if (!RequestMethod.PATCH.name().equals(method)) {
      throw new ProblemException(
          ProblemType.Common.METHOD_NOT_ALLOWED,
          "Send pieces with PATCH, or say that you mean it.");
    }
    return append(caller, id, request, offset);
  }

  @DeleteMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Void> end(Caller.Person caller, @PathVariable UUID id) throws IOException {
    uploads.end(id, caller);
    return ResponseEntity.noContent().build();
  }

  private Upload append(UUID id, Caller.Person caller, HttpServletRequest request, long offset)
      throws IOException {
    Optional<Checksum> checksum =
        Optional.ofNullable(request.getHeader(Tus.CHECKSUM))
            .map(
                header ->
                    Checksum.parse(header)
                        .orElseThrow(() -> bad("Upload-Checksum is one of " + Checksum.SPOKEN)));
    long length = request.getContentLengthLong();
    return uploads.append(
        id,
        caller,
        new Chunk(
            offset,
            length < 0 ? Optional.empty() : Optional.of(length),
            checksum,
            request.getInputStream()));
  }

  private static boolean isChunk(HttpServletRequest request) {
    return Tus.CHUNK.equals(request.getContentType());
  }

  private static ResponseEntity.BodyBuilder state(HttpStatus status, Upload upload) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status)
            .header(Tus.OFFSET, Long.toString(upload.received()))
            .header(Tus.EXPIRES, Tus.date(upload.expires()));
    upload.capture().ifPresent(made -> answer.header("Aegis-Capture", made.toString()));
    return upload.known() ? answer.header("Aegis-Known", "true") : answer;
  }

  private static ProblemException bad(String why) {
    return new ProblemException(ProblemType.Common.BAD_REQUEST, why);
  }
}
