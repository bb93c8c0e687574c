/// From host to host: services, tasks, objects and shells on other machines, by the calls that are
/// made (ATT&CK lateral movement and execution).
@NullMarked
package io.aegispcap.analysis.detection.movement;

import org.jspecify.annotations.NullMarked;
