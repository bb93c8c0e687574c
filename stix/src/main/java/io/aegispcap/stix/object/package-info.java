/// STIX objects as records over their JSON: typed to read and to build, and nothing is lost that a
/// type does not name.
@NullMarked
package io.aegispcap.stix.object;

import org.jspecify.annotations.NullMarked;
