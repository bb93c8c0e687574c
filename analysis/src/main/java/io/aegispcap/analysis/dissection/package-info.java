/// What single packets say, layer by layer, for people to read.
@NullMarked
package io.aegispcap.analysis.dissection;

import org.jspecify.annotations.NullMarked;
