package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Whatever bytes there are, and however sound ones were changed: they are read, or refused with a
/// reason.
class PackageFuzzTests {
  private static final byte[] ZIP =
      PackageFileTests.written(SamplePackages.files(SamplePackages.ID, "1.0.0"));
  private static final byte[] MANIFEST =
      SamplePackages.manifest(SamplePackages.ID, "1.0.0").getBytes(UTF_8);

  /// With about all that compilers put into class files.
  private static final byte[] CLASS =
      SamplePackages.compiled(
          "com.acme.Beacon",
          """
          package com.acme;
          import io.aegispcap.plugin.*;
          import java.util.*;
          import java.util.function.*;
          public final class Beacon implements Detector {
            private final Map<String, int[]> seen = new TreeMap<>();
            @Override public PluginMetadata getMetadata() {
              return new PluginMetadata("acme/beacon-plus", "1.0.0", PluginKind.DETECTOR);
            }
            @Override public void process(FlowBatch flows, Findings findings) {
              IntSupplier most = () -> seen.values().stream().mapToInt(each -> each[0]).max().orElse(0);
              for (Flow flow : flows) {
                try {
                  switch (flow.state()) {
                    case "SF", "S1" -> seen.computeIfAbsent(flow.source(), s -> new int[1])[0]++;
                    default -> seen.remove(flow.source());
                  }
                } catch (IllegalStateException | IllegalArgumentException e) {
                  throw new RuntimeException("no " + flow.number() + most.getAsInt(), e);
                }
              }
            }
          }
          """);

  @FuzzTest(maxDuration = "4m")
  void readsOrRefusesAnyZip(FuzzedDataProvider data) {
    try {
      long content = 0;
      for (byte[] each : StrictZip.read(fuzzed(ZIP, data)).values()) {
        content += each.length;
      }
      if (content > PackageLimits.CONTENT) {
        throw new AssertionError("unpacked too much: " + content);
      }
    } catch (InvalidPackageException e) {
      explained(e);
    }
  }

  @FuzzTest(maxDuration = "4m")
  void readsOrRefusesAnyManifest(FuzzedDataProvider data) {
    try {
      Manifest manifest = ManifestReader.read(fuzzed(MANIFEST, data));
      if (manifest.namespace().isEmpty() || manifest.metadata().id().isEmpty()) {
        throw new AssertionError("half a manifest");
      }
    } catch (InvalidPackageException e) {
      explained(e);
    }
  }

  @FuzzTest(maxDuration = "4m")
  void readsOrRefusesAnyClassFile(FuzzedDataProvider data) {
    try {
      ClassFacts facts = ClassFileReader.read("x.class", fuzzed(CLASS, data));
      if (facts.methods().stream().anyMatch(method -> method.name().isEmpty())) {
        throw new AssertionError("half a class file");
      }
    } catch (InvalidPackageException e) {
      explained(e);
    }
  }

  @FuzzTest(maxDuration = "4m")
  void checksAnyClassFile(FuzzedDataProvider data) {
    Map<String, byte[]> files = new TreeMap<>(SamplePackages.files(SamplePackages.ID, "1.0.0"));
    files.put("code/com/acme/Beacon.class", fuzzed(CLASS, data));
    List<CheckResult> results =
        PackageChecks.run(
            new CheckInput(SamplePackages.opened(files), "1.0.0", Set.of(), Set.of("a/b")));
    for (CheckResult result : results) {
      if (result.evidence().isEmpty()) {
        throw new AssertionError("no evidence");
      }
    }
  }

  /// No byte of one can be changed unnoticed.
  @FuzzTest(maxDuration = "6m")
  void takesSignaturesThatAreWrittenInOneWay(FuzzedDataProvider data) {
    PackageSignature sound =
        new PackageSignature(
            HexFormat.of().formatHex(Arrays.copyOf(data.consumeBytes(32), 32)), "0f".repeat(64));
    byte[] json = Damage.done(sound.json(), data);
    try {
      if (!Arrays.equals(PackageSignature.read(json).json(), json)) {
        throw new AssertionError("written again it is another one");
      }
    } catch (InvalidPackageException e) {
      explained(e);
    }
  }

  /// Any bytes, or sound ones of which some are replaced and the rest may be cut off.
  private static byte[] fuzzed(byte[] sound, FuzzedDataProvider data) {
    if (data.consumeBoolean()) {
      return data.consumeRemainingAsBytes();
    }
    int length = data.consumeBoolean() ? sound.length : data.consumeInt(0, sound.length);
    byte[] changed = Arrays.copyOf(sound, length);
    while (length > 0 && data.remainingBytes() > 0) {
      changed[data.consumeInt(0, length - 1)] = data.consumeByte();
    }
    return changed;
  }

  static void explained(InvalidPackageException e) {
    if (e.faults().isEmpty() || e.faults().stream().anyMatch(String::isBlank)) {
      throw new AssertionError("refused without a reason", e);
    }
  }
}
