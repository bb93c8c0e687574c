/// What runs in a plugin's own process, and the frames spoken with it. In that process it is a
/// named module that opens nothing, so that a plugin can't reach into it.
@SuppressWarnings("module") // the host is not there in that process
module io.aegispcap.cage {
  requires transitive io.aegispcap.plugin;
  requires static org.jspecify;

  exports io.aegispcap.cage.kernel to
      io.aegispcap.extension;
  exports io.aegispcap.cage.wire to
      io.aegispcap.extension;
}
