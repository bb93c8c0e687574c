/// The encodings of ASN.1 (X.690) that certificates, Kerberos, LDAP and SNMP share.
@NullMarked
package io.aegispcap.capture.protocol.asn1;

import org.jspecify.annotations.NullMarked;
