/// Versions of objects, section 3.6.
@NullMarked
package io.aegispcap.stix.version;

import org.jspecify.annotations.NullMarked;
