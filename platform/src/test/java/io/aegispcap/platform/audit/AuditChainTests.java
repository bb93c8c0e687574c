package io.aegispcap.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.aegispcap.platform.access.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// P22: what was recorded can't be altered, removed, added or put in another order unnoticed.
@Tag("property")
@Tag("P22")
class AuditChainTests {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private record Row(AuditEntry entry, byte[] hash) {}

  /// What somebody does to a log, told by a number.
  private enum Tampering {
    ALTER_TARGET,
    ALTER_PERSON,
    ALTER_TIME,
    SHIFT_TEXT_BETWEEN_FIELDS,
    REMOVE,
    CUT_THE_END,
    SWAP,
    REPEAT
  }

  @Test
  void findsNothingWrongWithWhatWasWritten() {
    qt().withExamples(200)
        .forAll(lists().of(strings().allPossible().ofLengthBetween(0, 20)).ofSizeBetween(0, 30))
        .check(targets -> wrongWith(log(targets), log(targets)).isEmpty());
  }

  @Test
  void noticesAnyTampering() {
    qt().withExamples(1000)
        .forAll(
            lists().of(strings().allPossible().ofLengthBetween(1, 20)).ofSizeBetween(2, 30),
            integers().between(0, Tampering.values().length - 1),
            integers().between(0, 29))
        .check(
            (targets, tampering, place) -> {
              List<Row> written = log(targets);
              List<Row> found = new ArrayList<>(written);
              tamper(found, Tampering.values()[tampering], place % targets.size());
              return wrongWith(found, written).isPresent();
            });
  }

  @Test
  void namesTheEntry() {
    List<Row> found = log(List.of("a", "b", "c"));
    found.remove(1);
    assertThat(wrongWith(found, log(List.of("a", "b", "c")))).contains("entry 2 is missing");
  }

  private static List<Row> log(List<String> targets) {
    List<Row> rows = new ArrayList<>();
    byte[] before = {};
    for (String target : targets) {
      AuditEntry entry = entry(rows.size() + 1, target, NOON.plusSeconds(rows.size()));
      before = AuditChain.hash(before, entry);
      rows.add(new Row(entry, before));
    }
    return rows;
  }

  private static AuditEntry entry(long seq, String target, Instant at) {
    Optional<PersonId> person = Optional.of(new PersonId(new UUID(0, seq)));
    return new AuditEntry(seq, at, person, "::1", "capture.read", target, "{}");
  }

  private static void tamper(List<Row> rows, Tampering tampering, int place) {
    Row row = rows.get(place);
    AuditEntry was = row.entry();
    switch (tampering) {
      case ALTER_TARGET ->
          put(rows, place, entry(was.seq(), was.target() + "x", was.at()), row.hash());
      case ALTER_TIME ->
          put(rows, place, entry(was.seq(), was.target(), was.at().plusNanos(1000)), row.hash());
      case ALTER_PERSON ->
          put(
              rows,
              place,
              new AuditEntry(
                  was.seq(),
                  was.at(),
                  Optional.empty(),
                  was.address(),
                  was.action(),
                  was.target(),
                  was.detail()),
              row.hash());
      case SHIFT_TEXT_BETWEEN_FIELDS ->
          put(
              rows,
              place,
              new AuditEntry(
                  was.seq(),
                  was.at(),
                  was.person(),
                  was.address(),
                  was.action() + was.target(),
                  "",
                  was.detail()),
              row.hash());
      case REMOVE -> rows.remove(place);
      case CUT_THE_END -> rows.subList(place, rows.size()).clear();
      case SWAP -> {
        int other = place == 0 ? 1 : place - 1;
        rows.set(place, rows.get(other));
        rows.set(other, row);
      }
      case REPEAT -> rows.add(place, row);
    }
  }

  private static void put(List<Row> rows, int place, AuditEntry entry, byte[] hash) {
    rows.set(place, new Row(entry, hash));
  }

  /// Follows the rows found, and knows the end of what was written.
  private static Optional<String> wrongWith(List<Row> found, List<Row> written) {
    AuditChain chain = new AuditChain();
    for (Row row : found) {
      Optional<String> wrong = chain.follow(row.entry(), row.hash());
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return written.isEmpty()
        ? chain.end(0, new byte[0])
        : chain.end(written.getLast().entry().seq(), written.getLast().hash());
  }
}
