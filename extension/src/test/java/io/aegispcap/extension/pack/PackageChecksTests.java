package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P2")
class PackageChecksTests {
  private final Map<String, byte[]> files =
      new TreeMap<>(SamplePackages.files(SamplePackages.ID, "1.0.0"));
  private Set<String> malicious = Set.of();
  private Set<String> known = Set.of();
  private String host = "1.3.0";

  private List<CheckResult> results() {
    return PackageChecks.run(new CheckInput(SamplePackages.opened(files), host, malicious, known));
  }

  private CheckResult result(String check) {
    return results().stream()
        .filter(result -> result.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private void found(String check, Verdict verdict, String evidence) {
    CheckResult result = result(check);
    assertThat(result.evidence()).as("%s", result).anyMatch(line -> line.contains(evidence));
    assertThat(result.verdict()).as("%s", result).isEqualTo(verdict);
  }

  private void manifest(String part, String instead) {
    files.compute(
        Manifest.FILE, (_, json) -> new String(json, UTF_8).replace(part, instead).getBytes(UTF_8));
  }

  private void code(Consumer<CodeBuilder> code) {
    files.put(
        "code/com/acme/Odd.class",
        ClassFiles.type(
            "com.acme.Odd",
            type ->
                type.withMethodBody(
                    "act",
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    builder -> {
                      code.accept(builder);
                      builder.return_();
                    })));
  }

  @Test
  void runsEveryCheckAndGivesEvidenceForEach() {
    files.put("sbom.cdx.json", "{\"bomFormat\":\"CycloneDX\"}".getBytes(UTF_8));

    List<CheckResult> results = results();

    assertThat(results)
        .extracting(CheckResult::check)
        .containsExactly(
            "zip-safety",
            "manifest",
            "interface",
            "host-range",
            "dependencies",
            "license",
            "contents",
            "api-use",
            "malicious-digest",
            "secrets",
            "similar-name");
    assertThat(results)
        .allSatisfy(result -> assertThat(result.evidence()).isNotEmpty())
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PASSED));
    assertThat(PackageChecks.verdict(results)).isEqualTo(Verdict.PASSED);
  }

  /// One fault for each check that can fail.
  private record Fault(String check, Consumer<PackageChecksTests> put) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("interface", tests -> tests.files.remove("code/com/acme/Beacon.class")),
          new Fault("host-range", tests -> tests.host = "7.0.0"),
          new Fault("license", tests -> tests.files.remove("LICENSE")),
          new Fault("contents", tests -> tests.files.put("code/evil.so", new byte[1])),
          new Fault(
              "api-use",
              tests -> tests.code(code -> code.new_(ClassDesc.of("sun.misc.Unsafe")).pop())),
          new Fault(
              "malicious-digest",
              tests -> tests.malicious = Set.of(Digests.sha256(tests.files.get("README.md")))),
          new Fault(
              "secrets",
              tests -> tests.files.put("code/t", ("gh" + "p_" + "x".repeat(36)).getBytes(UTF_8))),
          new Fault("similar-name", tests -> tests.known = Set.of("acrne/beacon-plus")));

  @Test
  void failsExactlyThoseChecksForWhichThereIsAFault() {
    qt().withExamples(300)
        .forAll(integers().between(0, (1 << FAULTS.size()) - 1))
        .checkAssert(
            bits -> {
              PackageChecksTests tests = new PackageChecksTests();
              Set<String> expected = new TreeSet<>();
              for (int i = 0; i < FAULTS.size(); i++) {
                if ((bits >> i & 1) == 1) {
                  FAULTS.get(i).put().accept(tests);
                  expected.add(FAULTS.get(i).check());
                }
              }
              List<CheckResult> results = tests.results();
              assertThat(results)
                  .filteredOn(result -> result.verdict() == Verdict.FAILED)
                  .extracting(CheckResult::check)
                  .containsExactlyInAnyOrderElementsOf(expected);
              assertThat(PackageChecks.verdict(results) == Verdict.FAILED)
                  .isEqualTo(!expected.isEmpty());
            });
  }

  /// A small class file whose references, written out, would be gigabytes.
  @Test
  void isNotOverwhelmedByClassFiles() {
    ClassDesc wide = ClassDesc.of("java.lang." + "x".repeat(60_000));
    files.put(
        "code/com/acme/Odd.class",
        ClassFiles.type(
            "com.acme.Odd",
            type -> {
              for (int method = 0; method < 20; method++) {
                int number = method;
                type.withMethodBody(
                    "act" + method,
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> {
                      for (int i = 0; i < 1000; i++) {
                        code.getstatic(
                                ClassDesc.of("java.lang.ProcessBuilder"),
                                "f" + number + "_" + i,
                                wide)
                            .pop();
                      }
                      code.return_();
                    });
              }
            }));

    assertThat(result("api-use").evidence())
        .hasSize(51)
        .contains("and 19950 more")
        .allMatch(line -> line.length() < 310);
  }

  @Test
  void showsItsNumbers() {
    found("zip-safety", Verdict.PASSED, "4 files in ");
    found(
        "manifest",
        Verdict.PASSED,
        "acme/beacon-plus 1.0.0, kind detector; asks for read:flows, write:findings");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, PASSED",
    "1.9.9, PASSED",
    "1.0.0-SNAPSHOT, PASSED",
    "2.0.0, FAILED",
    "0.9.0, FAILED"
  })
  void comparesHostAndRange(String version, Verdict verdict) {
    host = version;

    found("host-range", verdict, version);
  }

  @Test
  void saysWhatIsNeededAndNotKnown() {
    manifest(
        "\"kind\"", "\"dependencies\": {\"acme/tls\": \"^1\", \"acme/ja4\": \"^2\"}, \"kind\"");
    known = Set.of("acme/tls");

    found("dependencies", Verdict.WARNED, "needs acme/ja4 ^2, which is not known here");
    assertThat(result("dependencies").evidence()).hasSize(1);
  }

  @Test
  void saysWhichClassesAreMissing() {
    code(
        code ->
            code.new_(ClassDesc.of("java.sql.Timestamp"))
                .pop()
                .new_(ClassDesc.of("org.lib.Thing"))
                .pop());

    found(
        "dependencies", Verdict.WARNED, "com.acme.Odd names java.sql.Timestamp, which is neither");
    found("dependencies", Verdict.WARNED, "com.acme.Odd names org.lib.Thing, which is neither");
  }

  @Test
  void wantsAKnownLicenceWithItsText() {
    manifest("Apache-2.0", "GPL-3.0");
    found("license", Verdict.WARNED, "SPDX advises against the id GPL-3.0");
    manifest("GPL-3.0", "Mine-1.0");
    found("license", Verdict.FAILED, "'Mine-1.0' is no id of the SPDX licence list");
    manifest("Mine-1.0", "MIT");
    files.put("LICENSE", new byte[0]);
    found("license", Verdict.FAILED, "LICENSE is missing or empty");
  }

  @Test
  void saysWhatIsMissingOrDoesNotBelong() {
    files.remove("README.md");
    files.put("notes.txt", new byte[1]);
    files.put("sbom.cdx.json", "{}".getBytes(UTF_8));

    found("contents", Verdict.FAILED, "README.md is missing");
    found("contents", Verdict.FAILED, "notes.txt does not belong into a package");
    found("contents", Verdict.FAILED, "sbom.cdx.json is no CycloneDX document");
    files.put("sbom.cdx.json", "{".getBytes(UTF_8));
    found("contents", Verdict.FAILED, "sbom.cdx.json is no JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code/lib/evil.so",
        "code/evil.DLL",
        "code/inner.jar",
        "code/x.dylib",
        "code/a.aegisx"
      })
  void refusesLibrariesAndArchives(String path) {
    files.put(path, new byte[1]);

    found("contents", Verdict.FAILED, path + " is a library or an archive");
  }

  @Test
  void refusesLibrariesAndArchivesUnderOtherNames() {
    files.put("code/a.txt", new byte[] {0x7F, 'E', 'L', 'F', 2});
    files.put("code/b.txt", new byte[] {'P', 'K', 3, 4, 0});
    files.put("code/c.txt", ClassFiles.detector("com.acme.Hidden"));

    found("contents", Verdict.FAILED, "code/a.txt is native code");
    found("contents", Verdict.FAILED, "code/b.txt is an archive");
    found(
        "contents",
        Verdict.FAILED,
        "code/c.txt is a class file, or native code, under another name");
  }

  @ParameterizedTest
  @CsvSource({
    "java.net.Socket, connect, network, WARNED",
    "java.net.URL, openStream, network, WARNED",
    "java.net.InetAddress, getByName, network, WARNED",
    "java.net.http.HttpClient, newHttpClient, network, WARNED",
    "java.nio.channels.SocketChannel, open, network, WARNED",
    "java.nio.channels.ServerSocketChannel, open, network, WARNED",
    "java.nio.channels.AsynchronousSocketChannel, open, network, WARNED",
    "java.nio.channels.DatagramChannel, open, network, WARNED",
    "java.nio.file.Files, readString, files, WARNED",
    "java.io.FileInputStream, read, files, WARNED",
    "java.io.RandomAccessFile, read, files, WARNED",
    "java.nio.channels.FileChannel, open, files, WARNED",
    "java.lang.Runtime, exec, processes, WARNED",
    "java.lang.ProcessBuilder, start, processes, WARNED",
    "java.lang.ProcessHandle, current, processes, WARNED",
    "java.lang.System, exit, end of the process, WARNED",
    "java.lang.Runtime, halt, end of the process, WARNED",
    "java.lang.Runtime, addShutdownHook, end of the process, WARNED",
    "java.lang.Class, forName, reflection, WARNED",
    "java.lang.Class, getDeclaredField, reflection, WARNED",
    "java.lang.reflect.Field, setAccessible, reflection, WARNED",
    "java.lang.invoke.MethodHandles, privateLookupIn, reflection, WARNED",
    "java.lang.invoke.MethodHandles$Lookup, findVirtual, reflection, WARNED",
    "java.lang.invoke.MethodHandles$Lookup, defineHiddenClass, class loaders, WARNED",
    "java.lang.ClassLoader, getSystemClassLoader, class loaders, WARNED",
    "java.net.URLClassLoader, newInstance, class loaders, WARNED",
    "java.util.ServiceLoader, load, class loaders, WARNED",
    "java.io.ObjectInputStream, readObject, deserialisation, WARNED",
    "java.lang.System, loadLibrary, native code, FAILED",
    "java.lang.Runtime, load, native code, FAILED",
    "java.lang.foreign.Linker, nativeLinker, native code, FAILED",
    "java.lang.foreign.MemorySegment, reinterpret, native code, FAILED",
    "sun.misc.Unsafe, getUnsafe, internals of Java, FAILED",
    "jdk.internal.misc.Unsafe, getUnsafe, internals of Java, FAILED",
    "java.lang.instrument.Instrumentation, redefineClasses, agents and instrumentation, FAILED",
    "com.sun.tools.attach.VirtualMachine, attach, agents and instrumentation, FAILED",
    "io.aegispcap.cage.Cage, main, internals of the host, FAILED",
  })
  void namesClassAndMethodThatReachFurther(
      String owner, String method, String area, Verdict verdict) {
    code(
        code ->
            code.invokestatic(
                ClassDesc.of(owner), method, MethodTypeDesc.of(ConstantDescs.CD_void)));

    found("api-use", verdict, "com.acme.Odd.act: %s: uses %s.%s()".formatted(area, owner, method));
  }

  @Test
  void seesMethodReferencesToo() {
    files.put(
        "code/com/acme/Odd.class",
        SamplePackages.compiled(
            "com.acme.Odd",
            "package com.acme; class Odd { Runnable act() { return Runtime.getRuntime()::gc; } java.util.function.IntConsumer b() { return System::exit; } }"));

    found(
        "api-use",
        Verdict.WARNED,
        "com.acme.Odd.b: end of the process: uses java.lang.System.exit(int)");
    assertThat(result("api-use").evidence()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Odd(String a, int b) { static String c(Odd o) { return switch (o) { case Odd(String x, int y) when y > 2 -> x + y; default -> \"\"; }; } }",
        "class Odd { java.util.List<String> act(java.util.List<Integer> l) { return l.stream().map(i -> \"n\" + i).toList(); } }",
        "class Odd { enum E { A, B } Object act() throws Exception { return java.net.InetAddress.ofLiteral(\"10.0.0.1\").getHostAddress() + java.net.URI.create(\"x:y\") + E.valueOf(\"A\") + java.util.HexFormat.of().formatHex(new byte[2]); } }",
        "class Odd { Object act() throws Exception { return java.security.MessageDigest.getInstance(\"SHA-256\").digest(new byte[1]).clone(); } long t() { return System.nanoTime(); } }",
      })
  void leavesPlainJavaAlone(String source) {
    files.put(
        "code/com/acme/Odd.class",
        SamplePackages.compiled("com.acme.Odd", "package com.acme; " + source));

    assertThat(result("api-use"))
        .isEqualTo(
            new CheckResult(
                "api-use",
                Verdict.PASSED,
                List.of("reaches for nothing but what plugins are given")));
  }

  @Test
  void refusesNativeMethodsAndNamesOfInternals() {
    files.put(
        "code/com/acme/Odd.class",
        SamplePackages.compiled(
            "com.acme.Odd",
            "package com.acme; class Odd { native int act(int a); Object o() throws Exception { return Class.forName(\"sun.misc.Unsafe\"); } }"));

    found("api-use", Verdict.FAILED, "com.acme.Odd: native code: method act(int) is native");
    found("api-use", Verdict.FAILED, "com.acme.Odd: internals of Java: names 'sun.misc.Unsafe'");
    found(
        "api-use",
        Verdict.FAILED,
        "com.acme.Odd.o: reflection: uses java.lang.Class.forName(String)");
  }

  @Test
  void saysWhatIsUsedAndNotAskedFor() {
    code(
        code ->
            code.aconst_null()
                .ldc("x")
                .invokevirtual(
                    ClassFiles.api("Flow"),
                    "feature",
                    MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_String))
                .pop2());

    found(
        "api-use",
        Verdict.WARNED,
        "com.acme.Odd.act: calls Flow.feature(String), which needs read:features; the manifest does not ask for it");
    manifest("read:flows", "read:features");
    assertThat(result("api-use").verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void knowsWhatDoesHarm() {
    malicious = Set.of(SamplePackages.opened(files).sha256());
    found("malicious-digest", Verdict.FAILED, "the package is known to do harm");
    malicious = Set.of(Digests.sha256(files.get("README.md")));
    found("malicious-digest", Verdict.FAILED, "README.md is known to do harm");
  }

  @Test
  void findsSecretsAndDoesNotTellThem() {
    // Put together here, so that no scanner takes this file for one that holds secrets.
    Map<String, String> secrets =
        Map.of(
            "private key",
                "-----BEGIN " + "PRIVATE KEY-----\n" + "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp",
            "GitHub", "gh" + "p_" + "a1B2".repeat(9),
            "AWS", "AK" + "IA" + "ABCDEFGHIJKLMNOP",
            "Slack token", "xo" + "xb-" + "1234567890-abcdefghijk",
            "this platform", "aegis" + "_" + "0123456789abcdefghij",
            "JWT",
                "ey"
                    + "JhbGciOiJIUzI1NiJ9.ey"
                    + "JzdWIiOiIxMjM0NSJ9."
                    + "abcdefghijklmnopqrstuvwx");
    secrets.forEach(
        (what, secret) -> {
          files.put("code/config.properties", ("token = " + secret + "\n").getBytes(UTF_8));
          found("secrets", Verdict.FAILED, what);
          assertThat(result("secrets").evidence().toString())
              .doesNotContain(secret.substring(0, 20));
        });
    files.remove("code/config.properties");
    code(code -> code.ldc(secrets.get("GitHub")).pop());
    found("secrets", Verdict.FAILED, "code/com/acme/Odd.class holds a GitHub token");
    files.put("code/.env", new byte[1]);
    found("secrets", Verdict.FAILED, "code/.env has a name that files with secrets have");
  }

  @ParameterizedTest
  @CsvSource({
    "acme/beacon-plus, PASSED",
    "acme/beacon-pluz, PASSED",
    "other/port-knock, PASSED",
    "acrne/beacon-plus, FAILED",
    "acme2/beacon-plus, WARNED",
    "other/beacon-plus, WARNED",
    "other/beaconplus, WARNED",
    "other/beacon-p1us, WARNED",
    "other/baecon-plus, WARNED",
    "other/beacon-plu, WARNED",
  })
  void comparesNamesWithThoseOfOthers(String other, Verdict verdict) {
    known = Set.of(other, "third/thing");

    CheckResult result = result("similar-name");

    assertThat(result.verdict()).as("%s", result).isEqualTo(verdict);
  }

  @Test
  void showsGravestFirstAndNotMoreThanSomebodyReads() {
    for (int i = 0; i < 100; i++) {
      files.put("extra" + i + ".txt", new byte[1]);
    }
    files.put("code/z.so", new byte[1]);

    CheckResult result = result("contents");

    assertThat(result.evidence()).hasSize(51);
    assertThat(result.evidence().getFirst()).startsWith("code/z.so");
    assertThat(result.evidence().getLast()).isEqualTo("and 52 more");
  }
}
