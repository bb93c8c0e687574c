/// What certificates, downloads and requests say of those who send them.
@NullMarked
package io.aegispcap.analysis.detection.content;

import org.jspecify.annotations.NullMarked;
