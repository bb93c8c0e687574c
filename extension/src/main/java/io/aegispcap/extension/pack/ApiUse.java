package io.aegispcap.extension.pack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A part of Java that plugins have no use for.
///
/// @param area for people
/// @param contained whether the cage keeps it from having an effect
record ApiUse(String area, boolean contained) {
  private static final ApiUse NATIVE = new ApiUse("native code", false);
  private static final ApiUse INTERNALS = new ApiUse("internals of Java", false);
  private static final ApiUse AGENTS = new ApiUse("agents and instrumentation", false);
  private static final ApiUse HOST = new ApiUse("internals of the host", false);
  private static final ApiUse NETWORK = new ApiUse("network", true);
  private static final ApiUse FILES = new ApiUse("files", true);
  private static final ApiUse PROCESSES = new ApiUse("processes", true);
  private static final ApiUse EXIT = new ApiUse("end of the process", true);
  private static final ApiUse REFLECTION = new ApiUse("reflection", true);
  private static final ApiUse LOADERS = new ApiUse("class loaders", true);
  private static final ApiUse SERIALS = new ApiUse("deserialisation", true);

  /// The first that fits counts.
  private static final List<Rule> RULES =
      List.of(
          rule(NATIVE, "java/lang/(System|Runtime)", "load|loadLibrary"),
          rule(NATIVE, "java/lang/foreign/(Linker|SymbolLookup).*", ".*"),
          rule(NATIVE, "java/lang/foreign/.*", "reinterpret"),
          rule(NATIVE, "java/lang/ModuleLayer\\$Controller", "enableNativeAccess"),
          rule(AGENTS, "(java/lang/instrument|com/sun/tools/attach)/.*", ".*"),
          rule(INTERNALS, "(sun|jdk/internal|com/sun|jdk/unsupported)/.*", ".*"),
          rule(HOST, "io/aegispcap/(?!plugin/)(cage|extension|platform|analysis|capture)/.*", ".*"),
          rule(EXIT, "java/lang/System", "exit"),
          rule(EXIT, "java/lang/Runtime", "exit|halt|addShutdownHook"),
          rule(PROCESSES, "java/lang/Runtime", "exec"),
          rule(PROCESSES, "java/lang/Process(Builder|Handle|)(\\$.*)?", ".*"),
          rule(
              NETWORK,
              "java/net/(URL|URLConnection|InetAddress)",
              "openConnection|openStream|getContent|getByName|getAllByName|getLocalHost|isReachable|getHostName|getCanonicalHostName"),
          rule(
              NETWORK,
              "java/net/(Socket|ServerSocket|DatagramSocket|MulticastSocket|NetworkInterface|HttpURLConnection|JarURLConnection|SocketChannel|UnixDomainSocketAddress|http/.*)",
              ".*"),
          rule(NETWORK, "(java/net/http|javax/net|java/net/spi|java/rmi|javax/naming)/.*", ".*"),
          rule(
              NETWORK,
              "java/nio/channels/(Asynchronous|Server)?(Socket|ServerSocket|Datagram)Channel",
              ".*"),
          rule(LOADERS, "java/net/URLClassLoader|java/security/SecureClassLoader", ".*"),
          rule(LOADERS, "java/lang/ClassLoader", ".*"),
          rule(LOADERS, "java/util/ServiceLoader", ".*"),
          rule(
              LOADERS,
              "java/lang/invoke/MethodHandles\\$Lookup",
              "defineClass|defineHiddenClass.*"),
          rule(LOADERS, "java/lang/ModuleLayer|java/lang/module/.*", ".*"),
          rule(FILES, "java/nio/file/(?!Invalid|NoSuch).*", ".*"),
          rule(
              FILES,
              "java/io/(File|RandomAccessFile|FileInputStream|FileOutputStream|FileReader|FileWriter|FileDescriptor)",
              ".*"),
          rule(FILES, "java/nio/channels/(Asynchronous)?FileChannel", ".*"),
          rule(FILES, "java/util/(zip/ZipFile|jar/JarFile|logging/FileHandler)", ".*"),
          rule(
              REFLECTION,
              "java/lang/reflect/(Method|Constructor|Field|Proxy|AccessibleObject|Executable)",
              ".*"),
          rule(
              REFLECTION,
              "java/lang/Class",
              "forName|newInstance|get(Declared)?(Method|Field|Constructor|Classe)s?|getModule"),
          rule(REFLECTION, "java/lang/Module", "add(Opens|Exports|Reads|Uses)"),
          rule(
              REFLECTION,
              "java/lang/invoke/MethodHandles",
              "(private|public)?[lL]ookup(In)?|reflectAs"),
          rule(
              REFLECTION,
              "java/lang/invoke/MethodHandles\\$Lookup",
              "find.*|unreflect.*|accessClass|ensureInitialized|in|bind"),
          rule(SERIALS, "java/io/ObjectInputStream", ".*"));

  private record Rule(ApiUse use, Pattern owner, Pattern member) {}

  private static Rule rule(ApiUse use, String owner, String member) {
    return new Rule(use, Pattern.compile(owner), Pattern.compile(member));
  }

  /// What a field or method belongs to.
  static Optional<ApiUse> of(ClassFacts.Reference used) {
    return RULES.stream()
        .filter(rule -> rule.owner().matcher(used.owner()).matches())
        .filter(rule -> rule.member().matcher(used.name()).matches())
        .map(Rule::use)
        .findFirst();
  }

  /// What a class belongs to as a whole.
  static Optional<ApiUse> ofClass(String name) {
    return RULES.stream()
        .filter(rule -> rule.member().pattern().equals(".*"))
        .filter(rule -> rule.owner().matcher(name).matches())
        .map(Rule::use)
        .findFirst();
  }
}
