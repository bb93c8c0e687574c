/// Numbers about a flow, each with a name, a unit, a definition and a source.
@NullMarked
package io.aegispcap.analysis.feature;

import org.jspecify.annotations.NullMarked;
