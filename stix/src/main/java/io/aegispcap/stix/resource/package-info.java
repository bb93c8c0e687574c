/// Files that are part of this module.
@NullMarked
package io.aegispcap.stix.resource;

import org.jspecify.annotations.NullMarked;
