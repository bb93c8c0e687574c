package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.CaptureWords;
import io.aegispcap.platform.captures.upload.Arrival;
import io.aegispcap.platform.captures.upload.WholeUploads;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.springframework.stereotype.Component;

/// Takes the files of a form (RFC 7578) one after the other, none of them held in memory. Fields
/// must come before the files they are about.
@Component
class FormUpload {
  private static final int LONGEST_FIELD = 1000;

  private final WholeUploads uploads;

  FormUpload(WholeUploads uploads) {
    this.uploads = uploads;
  }

  static boolean is(HttpServletRequest request) {
    return StreamedRequest.declaredType(request)
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
        .isPresent();
  }

  /// @throws ProblemException when it is no such form, or has no file in it
  List<Arrival> take(Caller.Person caller, HttpServletRequest request) throws IOException {
    if (!is(request)) {
      throw noFile();
    }
    try {
      return files(caller, new FileUpload().getItemIterator(new Body(request)));
    } catch (FileUploadException | MultipartStream.MalformedStreamException malformed) {
      throw new ProblemException(
          ProblemType.Common.BAD_REQUEST, "The form can't be read: " + malformed.getMessage());
    }
  }

  private List<Arrival> files(Caller.Person caller, FileItemIterator parts) throws IOException {
    Visibility visibility = Visibility.PRIVATE;
    List<Arrival> arrivals = new ArrayList<>();
    while (parts.hasNext()) {
      FileItemStream part = parts.next();
      try (InputStream body = part.openStream()) {
        if (!part.isFormField() && !part.getName().isEmpty()) {
          String name = CaptureWords.fileName(part.getName());
          arrivals.add(uploads.take(caller, name, visibility, body, Optional.empty()));
        } else if ("visibility".equals(part.getFieldName())) {
          visibility = Wishes.visibility(text(body).toLowerCase(Locale.ROOT));
        }
      }
    }
    if (arrivals.isEmpty()) {
      throw noFile();
    }
    return arrivals;
  }

  private static String text(InputStream field) throws IOException {
    return new String(field.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
  }

  private static ProblemException noFile() {
    return new ProblemException(
        ProblemType.Common.BAD_REQUEST, "There is no file in the form. Choose a capture first.");
  }

  private record Body(HttpServletRequest request) implements UploadContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return StreamedRequest.declaredType(request).orElse("");
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return request.getInputStream();
    }
  }
}
