/// Events of MISP as STIX 2.1 bundles and back, as the misp-stix project documents the mapping.
/// What STIX has no word for travels in custom objects, so that nothing is lost on the way.
@NullMarked
package io.aegispcap.stix.misp;

import org.jspecify.annotations.NullMarked;
