package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The captures, for those who may see and change them.
@Service
public class Library implements Captures {
  private final CaptureStore store;
  private final Analysing analysing;
  private final Deeds deeds;

  Library(CaptureStore store, Analysing analysing, Deeds deeds) {
    this.store = store;
    this.analysing = analysing;
    this.deeds = deeds;
  }

  @Override
  public Capture require(CaptureId id, Caller caller) {
    return store
        .find(id)
        .filter(Audience.of(caller)::sees)
        .orElseThrow(() -> ProblemException.notFound("capture " + id));
  }

  @Override
  public Capture requireOwn(CaptureId id, Caller caller) {
    Audience audience = Audience.of(caller);
    Capture capture =
        store
            .find(id)
            .filter(found -> audience.sees(found) || audience.changes(found))
            .orElseThrow(() -> ProblemException.notFound("capture " + id));
    if (!audience.changes(capture)) {
      throw new ProblemException(
          ProblemType.Common.FORBIDDEN,
          "Only the owner of a capture and administrators may change it.");
    }
    return capture;
  }

  @Override
  public List<Capture> visible(Caller caller, int most) {
    CaptureQuery latest =
        new CaptureQuery(
            Audience.of(caller), "", false, CaptureQuery.Sort.UPLOADED, Optional.empty(), most);
    return store.search(latest).stream().map(CaptureEntry::capture).toList();
  }

  @Override
  public boolean mayChange(Capture capture, Caller caller) {
    return Audience.of(caller).changes(capture);
  }

  public List<CaptureEntry> search(CaptureQuery query) {
    return store.search(query);
  }

  public List<CaptureStore.Deleted> deleted(Caller.Person caller, int most) {
    return store.deleted(Audience.of(caller), most);
  }

  /// Other captures with the same bytes that the caller may see.
  public List<Capture> same(Capture capture, Caller caller) {
    Audience audience = Audience.of(caller);
    return store.withContent(capture.content()).stream()
        .filter(other -> !other.id().equals(capture.id()) && audience.sees(other))
        .toList();
  }

  @Transactional
  public Capture change(CaptureId id, Caller.Person caller, CaptureChanges changes) {
    Capture before = requireOwn(id, caller);
    Capture after = changes.of(before);
    store.change(after);
    deeds.record(
        caller,
        "capture.change",
        id.toString(),
        Map.of("name", after.name(), "visibility", after.visibility().slug()));
    return after;
  }

  /// It can be restored for a while.
  @Transactional
  public void delete(CaptureId id, Caller.Person caller) {
    Capture capture = requireOwn(id, caller);
    store.delete(id);
    deeds.record(caller, "capture.delete", id.toString(), Map.of("name", capture.name()));
  }

  @Transactional
  public Capture restore(CaptureId id, Caller.Person caller) {
    Capture capture = requireDeleted(id, caller);
    store.restore(id);
    deeds.record(caller, "capture.restore", id.toString(), Map.of("name", capture.name()));
    return capture;
  }

  /// Removes one for good, whether or not it was deleted before.
  @Transactional
  public void removeAtOnce(CaptureId id, Caller.Person caller) {
    if (store.findDeleted(id).isEmpty()) {
      delete(id, caller);
    }
    remove(id, caller);
  }

  /// Removes one that was deleted before for good.
  @Transactional
  public void remove(CaptureId id, Caller.Person caller) {
    Capture capture = requireDeleted(id, caller);
    analysing.cancelAll(id);
    store.remove(id);
    deeds.record(caller, "capture.remove", id.toString(), Map.of("name", capture.name()));
  }

  private Capture requireDeleted(CaptureId id, Caller.Person caller) {
    return store
        .findDeleted(id)
        .map(CaptureStore.Deleted::capture)
        .filter(Audience.of(caller)::changes)
        .orElseThrow(() -> ProblemException.notFound("deleted capture " + id));
  }
}
