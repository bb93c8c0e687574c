/// JSON as STIX needs it: nothing lost on the way in, RFC 8785 on the way out.
@NullMarked
package io.aegispcap.stix.json;

import org.jspecify.annotations.NullMarked;
