package io.aegispcap.capture.protocol.dns;

/// The names that IANA gives to numbers in DNS messages. Source:
/// <https://www.iana.org/assignments/dns-parameters>.
final class DnsNames {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int HINFO = 13;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int NB = 32;
  static final int SRV = 33;
  static final int DNAME = 39;
  static final int OPT = 41;
  static final int SVCB = 64;
  static final int HTTPS = 65;
  static final int SPF = 99;
  static final int CAA = 257;

  private static final String[] TYPES =
      ("TYPE0 A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT"
           + " NSAP NSAP-PTR SIG KEY PX GPOS AAAA LOC NXT EID NIMLOC SRV ATMA NAPTR KX CERT A6"
           + " DNAME SINK OPT APL DS SSHFP IPSECKEY RRSIG NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA"
           + " SMIMEA TYPE54 HIP NINFO RKEY TALINK CDS CDNSKEY OPENPGPKEY CSYNC ZONEMD SVCB HTTPS"
           + " DSYNC HHIT BRID")
          .split(" ");
  private static final String[] CODES =
      ("NOERROR FORMERR SERVFAIL NXDOMAIN NOTIMP REFUSED YXDOMAIN YXRRSET NXRRSET NOTAUTH NOTZONE"
              + " DSOTYPENI RCODE12 RCODE13 RCODE14 RCODE15 BADVERS BADKEY BADTIME BADMODE BADNAME"
              + " BADALG BADTRUNC BADCOOKIE")
          .split(" ");

  private DnsNames() {}

  static String type(int type) {
    if (type < TYPES.length) {
      return TYPES[type];
    }
    return switch (type) {
      case SPF -> "SPF";
      case 100 -> "UINFO";
      case 101 -> "UID";
      case 102 -> "GID";
      case 103 -> "UNSPEC";
      case 104 -> "NID";
      case 105 -> "L32";
      case 106 -> "L64";
      case 107 -> "LP";
      case 108 -> "EUI48";
      case 109 -> "EUI64";
      case 249 -> "TKEY";
      case 250 -> "TSIG";
      case 251 -> "IXFR";
      case 252 -> "AXFR";
      case 253 -> "MAILB";
      case 254 -> "MAILA";
      case 255 -> "ANY";
      case 256 -> "URI";
      case CAA -> "CAA";
      case 32_768 -> "TA";
      case 32_769 -> "DLV";
      default -> "TYPE" + type;
    };
  }

  /// The types of NetBIOS name service that mean something else there (RFC 1002 4.2.1.2).
  static String netbiosType(int type) {
    return switch (type) {
      case NB -> "NB";
      case SRV -> "NBSTAT";
      default -> type(type);
    };
  }

  static String recordClass(int recordClass) {
    return switch (recordClass) {
      case 1 -> "IN";
      case 3 -> "CH";
      case 4 -> "HS";
      case 254 -> "NONE";
      case 255 -> "ANY";
      default -> "CLASS" + recordClass;
    };
  }

  static boolean isKnownClass(int recordClass) {
    return switch (recordClass) {
      case 1, 3, 4, 254, 255 -> true;
      default -> false;
    };
  }

  static String responseCode(int code) {
    return code < CODES.length ? CODES[code] : "RCODE" + code;
  }
}
