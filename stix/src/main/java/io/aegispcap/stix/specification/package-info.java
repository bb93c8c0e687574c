/// What STIX 2.1 says of each object, as data: validator, identifiers, records and generators of
/// tests all follow it.
@NullMarked
package io.aegispcap.stix.specification;

import org.jspecify.annotations.NullMarked;
