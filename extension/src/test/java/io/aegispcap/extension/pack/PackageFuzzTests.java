package io.aegispcap.extension.pack;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Whatever bytes there are: they are read, or refused with a reason.
class PackageFuzzTests {
  @FuzzTest(maxDuration = "4m")
  void readsOrRefusesAnyZip(byte[] bytes) {
    try {
      long content = 0;
      for (byte[] each : StrictZip.read(mended(bytes)).values()) {
        content += each.length;
      }
      if (content > PackageLimits.CONTENT) {
        throw new AssertionError("unpacked too much: " + content);
      }
    } catch (InvalidPackageException e) {
      explained(e);
    }
  }

  /// Where the first entry is stored, its checksum is made true: the fuzzer can't guess it.
  private static byte[] mended(byte[] bytes) {
    ByteBuffer zip = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 98) {
      return bytes;
    }
    int begin = 30 + Short.toUnsignedInt(zip.getShort(26));
    int size = zip.getInt(22);
    int central = zip.getInt(bytes.length - 6);
    if (size >= 0 && size <= bytes.length - begin && central >= 0 && central < bytes.length - 20) {
      CRC32 crc = new CRC32();
      crc.update(bytes, begin, size);
      zip.putInt(14, (int) crc.getValue()).putInt(central + 16, (int) crc.getValue());
    }
    return zip.array();
  }

  @FuzzTest(maxDuration = "4m")
  void readsOrRefusesAnyManifest(byte[] bytes) {
    try {
      Manifest manifest = ManifestReader.read(bytes);
      if (manifest.namespace().isEmpty() || manifest.declared() == null) {
        throw new AssertionError("half a manifest");
      }
    } catch (InvalidPackageException e) {
      explained(e);
    }
  }

  @FuzzTest(maxDuration = "4m")
  void checksAnyClassFiles(FuzzedDataProvider data) {
    Map<String, byte[]> files = new TreeMap<>(SamplePackages.files(SamplePackages.ID, "1.0.0"));
    files.put("code/com/acme/More.class", data.consumeBytes(data.consumeInt(0, 2000)));
    byte[] entry = data.consumeRemainingAsBytes();
    files.put("code/com/acme/Beacon.class", entry);
    List<CheckResult> results =
        PackageChecks.run(
            new CheckInput(SamplePackages.opened(files), "1.0.0", Set.of(), Set.of("a/b")));
    for (CheckResult result : results) {
      if (result.evidence().isEmpty()) {
        throw new AssertionError("no evidence");
      }
    }
  }

  private static void explained(InvalidPackageException e) {
    if (e.faults().isEmpty() || e.faults().stream().anyMatch(String::isBlank)) {
      throw new AssertionError("refused without a reason", e);
    }
  }
}
