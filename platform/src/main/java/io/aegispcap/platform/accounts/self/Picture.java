package io.aegispcap.platform.accounts.self;

import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Draws an uploaded picture anew, square and small: what comes out is pixels, whatever went in.
public final class Picture {
  private static final int SIDE = 256;
  private static final int LARGEST_SIDE = 6000;

  private Picture() {}

  /// @param uploaded PNG, JPEG, GIF or BMP
  /// @return a PNG of 256 by 256
  public static byte[] redraw(byte[] uploaded) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw refused("That file is no picture we can read. Take a PNG or a JPEG.");
      }
      ImageReader reader = readers.next();
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (Math.max(width, height) > LARGEST_SIDE) {
        throw refused("The picture may have at most %1$d by %1$d pixels.".formatted(LARGEST_SIDE));
      }
      BufferedImage small = square(reader.read(0));
      reader.dispose();
      return png(small);
    } catch (IOException broken) {
      throw refused("The picture is damaged: " + broken.getMessage());
    }
  }

  private static BufferedImage square(BufferedImage picture) {
    int side = Math.min(picture.getWidth(), picture.getHeight());
    int left = (picture.getWidth() - side) / 2;
    int top = (picture.getHeight() - side) / 2;
    BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
    pen.dispose();
    return small;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private static ProblemException refused(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}
