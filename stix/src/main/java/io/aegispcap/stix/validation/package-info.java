/// Checks of STIX content against the text of the specification: errors for each MUST, warnings for
/// each SHOULD, with place, rule and remedy.
@NullMarked
package io.aegispcap.stix.validation;

import org.jspecify.annotations.NullMarked;
