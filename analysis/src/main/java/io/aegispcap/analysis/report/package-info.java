/// What comes out: terminal, JSON, flow tables, and a report in one HTML file.
@NullMarked
package io.aegispcap.analysis.report;

import org.jspecify.annotations.NullMarked;
