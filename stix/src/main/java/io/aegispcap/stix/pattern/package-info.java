/// The patterning language of STIX 2.1, section 9: text to tree and back.
@NullMarked
package io.aegispcap.stix.pattern;

import org.jspecify.annotations.NullMarked;
