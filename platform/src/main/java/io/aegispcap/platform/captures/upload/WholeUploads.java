package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Files that come at once.
@Service
public class WholeUploads {
  private final Intake intake;
  private final Blobs blobs;
  private final CaptureSettings settings;

  WholeUploads(Intake intake, Blobs blobs, CaptureSettings settings) {
    this.intake = intake;
    this.blobs = blobs;
    this.settings = settings;
  }

  /// @param length of the file, when the client said
  /// @throws ProblemException when it is no capture, or there is no room for it
  public Arrival take(
      Caller.Person person,
      String name,
      Visibility visibility,
      InputStream body,
      Optional<Long> length)
      throws IOException {
    intake.admit(person.id(), length.orElse(1L));
    byte[] start = body.readNBytes(FirstBytes.ENOUGH);
    FirstBytes.check(name, new ByteArrayInputStream(start));
    long most = Math.min(intake.room(person.id()), settings.maxSize().toBytes());
    Bounded bounded =
        new Bounded(new SequenceInputStream(new ByteArrayInputStream(start), body), most);
    Blob content = store(person, bounded);
    return intake.keep(new Intake.Wish(person, name, visibility, Optional.empty()), content);
  }

  private Blob store(Caller.Person person, Bounded content) throws IOException {
    try {
      return blobs.store(content);
    } catch (Bounded.ExceededException _) {
      intake.admit(person.id(), content.most() + 1);
      throw intake.noRoom(person.id());
    }
  }
}
