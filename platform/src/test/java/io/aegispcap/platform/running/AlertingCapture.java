package io.aegispcap.platform.running;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A capture of an attack, like no other in its last packet.
public final class AlertingCapture {
  private static final int RECORD_HEADER = 16;
  private static final int ETHERNET = 14;
  private static final int NUMBER = Long.BYTES;

  private AlertingCapture() {}

  /// @param number tells it from others
  public static byte[] of(long number) throws IOException {
    Path sample = Path.of(System.getProperty("aegis.root"), "samples", "ssh-brute-force.pcap");
    byte[] whole = Files.readAllBytes(sample);
    int frame = ETHERNET + NUMBER;
    ByteBuffer with =
        ByteBuffer.allocate(whole.length + RECORD_HEADER + frame)
            .order(whole[0] == (byte) 0xA1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
            .put(whole);
    ByteBuffer first = ByteBuffer.wrap(whole).order(with.order());
    with.putInt(first.getInt(24)).putInt(first.getInt(28)).putInt(frame).putInt(frame);
    with.put(new byte[ETHERNET]).putLong(number);
    return with.array();
  }
}
