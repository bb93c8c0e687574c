/// Charts that plugins declare: their questions, asked of an analysis while it goes on.
@NullMarked
package io.aegispcap.analysis.chart;

import org.jspecify.annotations.NullMarked;
