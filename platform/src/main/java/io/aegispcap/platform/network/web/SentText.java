package io.aegispcap.platform.network.web;

import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text as files hold it.
final class SentText {
  private static final String MARK = "\ufeff";

  private SentText() {}

  /// Without the mark that some editors begin a file with.
  ///
  /// @throws ProblemException INVALID when it is no text
  static String of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    } catch (CharacterCodingException _) {
      throw new ProblemException(
          ProblemType.Common.INVALID,
          "The file is no text in UTF-8. Nothing was changed: save it as UTF-8 and send it again.");
    }
  }
}
