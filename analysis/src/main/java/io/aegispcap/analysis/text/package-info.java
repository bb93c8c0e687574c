/// Numbers and texts as people may be shown them.
@NullMarked
package io.aegispcap.analysis.text;

import org.jspecify.annotations.NullMarked;
