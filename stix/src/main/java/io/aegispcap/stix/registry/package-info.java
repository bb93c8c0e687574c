/// Names that IANA has registered and STIX 2.1 refers to: media types, languages, elements of IPFIX
/// and protocols. Each file of names says where it is from; none is read before it is asked.
@NullMarked
package io.aegispcap.stix.registry;

import org.jspecify.annotations.NullMarked;
