package io.aegispcap.capture.file;

/// Turns the timestamps of a pcapng interface into nanoseconds since 1970. Times beyond a long stop
/// at its ends. Source: draft-ietf-opsawg-pcapng 4.2, if_tsresol and if_tsoffset.
final class TimeResolution {
  /// Microseconds, the resolution of interfaces that state none.
  static final int MICROSECONDS = 6;

  private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;
  private static final int LONGEST_POWER_OF_TEN = 19;
  private static final int BINARY = 0x80;

  private final boolean binary;
  private final int exponent;
  private final long offset;
  private final long scale;
  private final long maxScaled;

  /// @param resolution as the option states it: a negative power of 10, or of 2 with bit 7 set
  /// @param offsetSeconds to be added to each timestamp
  TimeResolution(int resolution, long offsetSeconds) {
    this.binary = (resolution & BINARY) != 0;
    this.exponent = resolution & ~BINARY;
    this.offset = scaled(offsetSeconds, NANOSECONDS_PER_SECOND);
    this.scale = binary || exponent > 9 ? 0 : powerOfTen(9 - exponent);
    this.maxScaled = scale == 0 ? -1 : Long.MAX_VALUE / scale;
  }

  /// @param units since 1970, unsigned
  long nanoseconds(long units) {
    if (units >= 0 && units <= maxScaled) {
      return sum(units * scale, offset);
    }
    long seconds = seconds(units);
    return sum(sum(scaled(seconds, NANOSECONDS_PER_SECOND), rest(units)), offset);
  }

  private long seconds(long units) {
    long seconds;
    if (binary) {
      seconds = exponent < Long.SIZE ? units >>> exponent : 0;
    } else {
      seconds =
          exponent <= LONGEST_POWER_OF_TEN ? Long.divideUnsigned(units, powerOfTen(exponent)) : 0;
    }
    return seconds < 0 ? Long.MAX_VALUE : seconds;
  }

  /// Nanoseconds of the begun second.
  private long rest(long units) {
    return binary ? binaryRest(units) : decimalRest(units);
  }

  private long decimalRest(long units) {
    if (exponent <= 9) {
      return Long.remainderUnsigned(units, powerOfTen(exponent)) * powerOfTen(9 - exponent);
    }
    if (exponent - 9 > LONGEST_POWER_OF_TEN) {
      return 0;
    }
    long nanoseconds = Long.divideUnsigned(units, powerOfTen(exponent - 9));
    return exponent > LONGEST_POWER_OF_TEN
        ? nanoseconds
        : Long.remainderUnsigned(nanoseconds, NANOSECONDS_PER_SECOND);
  }

  private long binaryRest(long units) {
    long fraction = exponent < Long.SIZE ? units & ((1L << exponent) - 1) : units;
    long high = Math.unsignedMultiplyHigh(fraction, NANOSECONDS_PER_SECOND);
    long low = fraction * NANOSECONDS_PER_SECOND;
    if (exponent == 0) {
      return 0;
    }
    return exponent < Long.SIZE
        ? (high << (Long.SIZE - exponent)) | (low >>> exponent)
        : high >>> Math.min(exponent - Long.SIZE, Long.SIZE - 1);
  }

  private static long powerOfTen(int power) {
    long value = 1;
    for (int i = 0; i < power; i++) {
      value *= 10;
    }
    return value;
  }

  private static long scaled(long value, long factor) {
    long product = value * factor;
    return Math.multiplyHigh(value, factor) == product >> (Long.SIZE - 1)
        ? product
        : value < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}
