/// Markings of objects and of parts of them, section 7.2. Every change of a marking is a change of
/// the object, and so makes a new version of it.
@NullMarked
package io.aegispcap.stix.marking;

import org.jspecify.annotations.NullMarked;
