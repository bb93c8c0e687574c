/// Windows file sharing (MS-CIFS, MS-SMB, MS-SMB2): who logs in, which shares and files are used,
/// and calls over pipes.
@NullMarked
package io.aegispcap.capture.protocol.smb;

import org.jspecify.annotations.NullMarked;
