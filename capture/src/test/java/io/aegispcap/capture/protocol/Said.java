package io.aegispcap.capture.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What one side said in one frame; and ways of having a protocol listen to it.
public record Said(Side side, byte[] bytes) {
  public static Said client(byte[] bytes) {
    return new Said(Side.CLIENT, bytes);
  }

  public static Said server(byte[] bytes) {
    return new Said(Side.SERVER, bytes);
  }

  /// The facts of these words, each in a frame of its own, to the end.
  public static List<Fact> listen(Protocol protocol, List<Said> words) {
    return listen(protocol, words, (bytes, random) -> bytes.length, 0);
  }

  /// The same, each word handed over in pieces.
  public static List<Fact> listenInPieces(Protocol protocol, List<Said> words, long seed) {
    return listen(
        protocol, words, (bytes, random) -> 1 + random.nextInt(1 + random.nextInt(40)), seed);
  }

  /// A side and its words taken from the bytes of a fuzzer.
  public static List<Said> cut(byte[] input) {
    List<Said> words = new ArrayList<>();
    int at = 0;
    while (at + 2 < input.length) {
      int length = Math.min((input[at] & 0x7f) << 4 | (input[at + 1] & 0xf), input.length - at - 2);
      Side side = input[at] < 0 ? Side.SERVER : Side.CLIENT;
      words.add(new Said(side, Arrays.copyOfRange(input, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    return words;
  }

  private interface Cutting {
    int next(byte[] rest, Random random);
  }

  private static List<Fact> listen(
      Protocol protocol, List<Said> words, Cutting cutting, long seed) {
    Random random = new Random(seed);
    Overheard overheard = new Overheard();
    Dialogue dialogue = protocol.open(overheard);
    boolean wanted = true;
    for (int i = 0; i < words.size(); i++) {
      overheard.inFrame(i + 1L);
      byte[] rest = words.get(i).bytes();
      while (rest.length > 0 && wanted) {
        int length = Math.min(rest.length, cutting.next(rest, random));
        byte[] piece = Arrays.copyOf(rest, length);
        wanted = dialogue.read(words.get(i).side(), Bytes.of(piece));
        rest = Arrays.copyOfRange(rest, length, rest.length);
      }
    }
    dialogue.close();
    return overheard.facts();
  }
}
