/// What was found, in the words of those that others exchange.
module io.aegispcap.sharing {
  requires transitive io.aegispcap.analysis;
  requires io.aegispcap.stix;
  requires static org.jspecify;

  exports io.aegispcap.sharing;
}
