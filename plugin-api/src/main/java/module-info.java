/// What a plugin implements, and what it may see.
module io.aegispcap.plugin {
  requires static org.jspecify;

  exports io.aegispcap.plugin;
}
