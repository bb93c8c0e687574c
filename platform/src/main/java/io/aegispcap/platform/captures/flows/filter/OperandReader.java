package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.capture.packet.IpAddress;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a field is compared with, as its kind asks for.
final class OperandReader {
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,9})?)(\\D*)");
  private static final BigDecimal MOST_PORT = BigDecimal.valueOf(65_535);

  private final Kind kind;

  OperandReader(Kind kind) {
    this.kind = kind;
  }

  /// @param ranges whether `1..5` is taken
  /// @throws FilterException when it is none
  Operand read(Token token, boolean ranges) {
    if (token.type() != Token.Type.WORD && token.type() != Token.Type.STRING) {
      throw wrong(token, token.found());
    }
    String text = token.text();
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(token, "found a control character in a text");
    }
    try {
      return switch (kind) {
        case TEXT, NOTE, KEY -> new Operand.Text(text);
        case ADDRESS -> network(text);
        case PORT, NUMBER, SIZE, DURATION, TIME -> measured(text, ranges);
      };
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException unreadable) {
      throw wrong(token, token.found());
    }
  }

  private FilterException wrong(Token token, String found) {
    return new FilterException(token.at(), token.end() - token.at(), found, List.of(kind.form()));
  }

  private static Operand network(String text) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    int width = address.isV4() ? 32 : 128;
    return new Operand.Network(
        address, slash < 0 ? width : Integer.parseInt(text.substring(slash + 1)));
  }

  private Operand measured(String text, boolean ranges) {
    int dots = text.indexOf("..");
    if (!ranges || dots < 0) {
      return quantity(text);
    }
    Operand.Quantity from = quantity(text.substring(0, dots));
    Operand.Quantity to = quantity(text.substring(dots + 2));
    if (from.value().compareTo(to.value()) > 0) {
      throw new IllegalArgumentException("a range begins with its smaller end");
    }
    return new Operand.Range(from, to);
  }

  private Operand.Quantity quantity(String text) {
    if (kind == Kind.TIME) {
      return time(text);
    }
    Matcher parts = NUMBER.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a number: " + text);
    }
    BigDecimal number = new BigDecimal(parts.group(1));
    if (kind != Kind.NUMBER && number.signum() < 0) {
      throw new IllegalArgumentException("less than nothing");
    }
    return new Operand.Quantity(number.multiply(worth(parts.group(2), number)));
  }

  /// What the unit behind a number is worth.
  private BigDecimal worth(String unit, BigDecimal number) {
    Optional<BigDecimal> worth =
        switch (kind) {
          case SIZE ->
              unit.isEmpty() ? Optional.of(BigDecimal.ONE) : worth(Unit.named(Unit.SIZES, unit));
          case DURATION ->
              unit.isEmpty() && number.signum() == 0
                  ? Optional.of(BigDecimal.ONE)
                  : worth(Unit.named(Unit.DURATIONS, unit));
          case PORT ->
              Optional.of(BigDecimal.ONE)
                  .filter(one -> unit.isEmpty() && number.compareTo(MOST_PORT) <= 0)
                  .filter(one -> number.scale() == 0);
          case NUMBER, TIME, ADDRESS, TEXT, NOTE, KEY ->
              Optional.of(BigDecimal.ONE).filter(one -> unit.isEmpty());
        };
    return worth.orElseThrow(() -> new IllegalArgumentException("no unit: " + unit));
  }

  private static Optional<BigDecimal> worth(Optional<Unit> unit) {
    return unit.map(Unit::worth);
  }

  /// ISO 8601; in UTC where no zone is named, at midnight where no time is.
  private static Operand.Quantity time(String text) {
    Instant instant = instant(text.strip().replace(' ', 'T'));
    return Operand.Quantity.of(
        Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()));
  }

  private static Instant instant(String text) {
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String zone = text.substring(text.indexOf('T'));
    if (zone.endsWith("Z") || zone.indexOf('+') >= 0 || zone.indexOf('-') >= 0) {
      return OffsetDateTime.parse(text).toInstant();
    }
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
