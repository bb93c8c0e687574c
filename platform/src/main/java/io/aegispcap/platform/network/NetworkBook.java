package io.aegispcap.platform.network;

import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.tuning.AllowList;
import io.aegispcap.analysis.tuning.CalibrationFile;
import io.aegispcap.analysis.tuning.Entry;
import io.aegispcap.analysis.tuning.WrongLineException;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.web.Problem;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is known of the network, and how it comes to be known. Whatever can't be read is refused
/// here, so that no analysis ever meets it. Changes are remembered.
@Service
public class NetworkBook {
  /// Entries that are kept at most.
  public static final int MOST_ENTRIES = 5_000;

  private static final int MOST_HOME = 100;
  private static final int MOST_CHARACTERS = 2_000;

  /// Characters of a calibration; one of 10,000 common hosts has less than a tenth.
  private static final int MOST_CALIBRATION = 8 << 20;

  private final NetworkStore store;
  private final Deeds deeds;
  private final InstantSource clock;

  NetworkBook(NetworkStore store, Deeds deeds, InstantSource clock) {
    this.store = store;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// What came of a list.
  ///
  /// @param ids of those that are new
  /// @param known how many were there before
  public record Added(List<Long> ids, int known) {
    public Added {
      ids = List.copyOf(ids);
    }
  }

  @Transactional(readOnly = true)
  public KnownNetwork known() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new KnownNetwork(store.home(), store.entries(), store.calibration(), day);
  }

  /// @throws ProblemException NOT_FOUND
  public KnownEntry require(long id) {
    return store.entry(id).orElseThrow(() -> ProblemException.notFound("entry " + id));
  }

  /// @param blocks in CIDR notation; none for private and link-local ones
  /// @throws ProblemException INVALID when one is none
  @Transactional
  public void home(Caller.Person caller, List<String> blocks) {
    if (blocks.size() > MOST_HOME) {
      throw invalid("At most " + MOST_HOME + " home networks.", Map.of());
    }
    for (String block : blocks) {
      try {
        HomeNetworks.of(List.of(block));
      } catch (IllegalArgumentException wrong) {
        throw invalid(sentence(wrong) + " Nothing was changed.", Map.of());
      }
    }
    store.home(blocks);
    deeds.record(caller, "network-home.set", "", Map.of("networks", String.join(", ", blocks)));
  }

  /// @param values of one entry by the names of its fields: text, or numbers
  /// @throws ProblemException INVALID when they say something that can't be; CONFLICT when it is
  ///   there already
  @Transactional
  public KnownEntry add(Caller.Person caller, Map<String, Object> values) {
    Entry entry;
    try {
      entry = Entry.of("", values);
    } catch (IllegalArgumentException wrong) {
      throw invalid(sentence(wrong), Map.of());
    }
    Added added = keep(caller, List.of(entry), Map.of("entry", entry.line()));
    if (added.ids().isEmpty()) {
      throw there();
    }
    return require(added.ids().getFirst());
  }

  private static ProblemException there() {
    return new ProblemException(
        ProblemType.Common.CONFLICT, "This entry is there already, in the same words.");
  }

  /// All lines, or none.
  ///
  /// @param text as `aegis analyze --allow` reads it
  /// @throws ProblemException INVALID when there is none, or one says something that can't be
  @Transactional
  public Added addLines(Caller.Person caller, String text) {
    List<Entry> entries;
    try {
      entries = AllowList.parse("", text.lines().toList());
    } catch (WrongLineException wrong) {
      throw invalid(
          "Line %d: %s Nothing was added: correct the line, and send all of them again."
              .formatted(wrong.line(), sentence(wrong)),
          Map.of("line", wrong.line()));
    }
    if (entries.isEmpty()) {
      throw invalid("There is no entry in it. Write one JSON object a line.", Map.of());
    }
    return keep(caller, entries, Map.of("lines", Integer.toString(entries.size())));
  }

  private Added keep(Caller.Person caller, List<Entry> entries, Map<String, String> detail) {
    List<String> lines = entries.stream().map(Entry::line).distinct().toList();
    for (String line : lines) {
      if (line.length() > MOST_CHARACTERS) {
        throw invalid(
            "The entry that begins with %s is longer than %,d characters. Nothing was added."
                .formatted(line.substring(0, 80), MOST_CHARACTERS),
            Map.of());
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(line)) {
        throw invalid("An entry holds half a character. Nothing was added.", Map.of());
      }
    }
    List<Long> ids = store.add(lines, caller.id());
    refuseTooMany();
    if (!ids.isEmpty()) {
      String last = ids.size() == 1 ? "" : " to " + ids.getLast();
      deeds.record(caller, "network-entry.add", ids.getFirst() + last, detail);
    }
    return new Added(ids, entries.size() - ids.size());
  }

  private void refuseTooMany() {
    if (store.entries().size() > MOST_ENTRIES) {
      throw invalid(
          "There would be more than %,d entries. Nothing was added: remove some, or allow networks instead of hosts."
              .formatted(MOST_ENTRIES),
          Map.of());
    }
  }

  /// One that was removed of late, and can be restored.
  public Optional<KnownEntry> removed(long id) {
    return store.removed(id);
  }

  /// As it was before it was removed.
  ///
  /// @throws ProblemException NOT_FOUND when it was not removed of late; CONFLICT when it was added
  ///   anew; INVALID when there is no room for it any more
  @Transactional
  public KnownEntry restore(Caller.Person caller, long id) {
    if (store.removed(id).isEmpty()) {
      throw ProblemException.notFound("removed entry " + id);
    }
    if (!store.restore(id)) {
      throw there();
    }
    refuseTooMany();
    KnownEntry entry = require(id);
    deeds.record(
        caller, "network-entry.restore", Long.toString(id), Map.of("entry", entry.entry().line()));
    return entry;
  }

  /// @throws ProblemException NOT_FOUND
  @Transactional
  public void remove(Caller.Person caller, long id) {
    KnownEntry entry = require(id);
    store.remove(id);
    deeds.record(
        caller, "network-entry.remove", Long.toString(id), Map.of("entry", entry.entry().line()));
  }

  public Optional<KnownCalibration> calibration() {
    return store.calibration();
  }

  /// In place of the one before.
  ///
  /// @param text as `aegis calibrate` writes it
  /// @throws ProblemException INVALID when it is something else
  @Transactional
  public void calibrate(Caller.Person caller, String text) {
    if (text.length() > MOST_CALIBRATION) {
      throw invalid("The file is too large for a calibration. Nothing was changed.", Map.of());
    }
    int thresholds;
    try {
      thresholds = CalibrationFile.parse(text).thresholds().size();
    } catch (IllegalArgumentException wrong) {
      throw invalid(
          "The calibration can't be read: %s Nothing was changed: send what aegis calibrate wrote."
              .formatted(sentence(wrong)),
          Map.of());
    }
    store.calibrate(text, caller.id());
    deeds.record(caller, "calibration.set", "", Map.of("thresholds", Integer.toString(thresholds)));
  }

  /// @throws ProblemException NOT_FOUND when there is none
  @Transactional
  public void removeCalibration(Caller.Person caller) {
    if (store.calibration().isEmpty()) {
      throw ProblemException.notFound("calibration");
    }
    store.removeCalibration();
    deeds.record(caller, "calibration.remove", "");
  }

  private static String sentence(Exception wrong) {
    String text = String.valueOf(wrong.getMessage());
    return text.endsWith(".") ? text : text + ".";
  }

  private static ProblemException invalid(String detail, Map<String, Object> more) {
    return new ProblemException(
        new Problem(ProblemType.Common.INVALID, detail, Optional.empty(), more));
  }
}
