/// Theft and abuse of credentials inside networks (ATT&CK credential access).
@NullMarked
package io.aegispcap.analysis.detection.credential;

import org.jspecify.annotations.NullMarked;
