package io.aegispcap.capture.protocol.ssh;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Said;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.List;

class SshFuzzTests {
  private static final SshProtocol SSH = new SshProtocol();

  /// Bytes that are no SSH are refused in one way only, at whatever stage they come.
  @FuzzTest(maxDuration = "4m")
  void refusesWithoutHarm(byte[] input) {
    SSH.recognise(Side.CLIENT, Bytes.of(input));
    List<Said> words = Said.cut(input);
    listen(List.of(), words);
    byte[] banner = SshBuilder.banner("SSH-2.0-fuzz");
    listen(List.of(Said.client(banner), Said.server(banner)), words);
    byte[] offer = SshBuilder.offer("k", "aes128-gcm@openssh.com,3des-cbc", "hmac-sha1", "none");
    byte[] start = SshBuilder.join(banner, offer, SshBuilder.newKeys());
    listen(List.of(Said.client(start), Said.server(start)), words);
  }

  private static void listen(List<Said> start, List<Said> rest) {
    List<Said> words = new ArrayList<>(start);
    words.addAll(rest);
    try {
      Said.listen(SSH, words);
    } catch (MalformedMessageException e) {
      return;
    }
  }
}
