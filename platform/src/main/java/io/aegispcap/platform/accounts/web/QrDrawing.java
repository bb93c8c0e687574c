package io.aegispcap.platform.accounts.web;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as SVG draws it: white, with one path over its dark squares.
///
/// @param size of its side in squares, with the margin of four that readers want
/// @param path as SVG's `d` attribute
public record QrDrawing(int size, String path) {
  private static final int MARGIN = 4;

  static QrDrawing of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
        }
      }
    }
    return new QrDrawing(code.size + 2 * MARGIN, path.toString());
  }
}
