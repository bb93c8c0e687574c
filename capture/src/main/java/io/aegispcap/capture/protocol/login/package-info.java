/// Who logged in over protocols that show it in the clear: FTP, SMTP, POP3, IMAP.
@NullMarked
package io.aegispcap.capture.protocol.login;

import org.jspecify.annotations.NullMarked;
