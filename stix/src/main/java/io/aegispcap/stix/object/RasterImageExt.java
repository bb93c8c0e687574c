package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `raster-image-ext`, section 6.7.5 of STIX 2.1.
public record RasterImageExt(JsonObject json) implements PredefinedExtension {

  public static RasterImageExt of() {
    return new RasterImageExt(JsonObject.EMPTY);
  }

  public Optional<Long> imageHeight() {
    return View.whole(json, "image_height");
  }

  public RasterImageExt withImageHeight(long imageHeight) {
    return with("image_height", JsonValue.of(imageHeight));
  }

  public Optional<Long> imageWidth() {
    return View.whole(json, "image_width");
  }

  public RasterImageExt withImageWidth(long imageWidth) {
    return with("image_width", JsonValue.of(imageWidth));
  }

  public Optional<Long> bitsPerPixel() {
    return View.whole(json, "bits_per_pixel");
  }

  public RasterImageExt withBitsPerPixel(long bitsPerPixel) {
    return with("bits_per_pixel", JsonValue.of(bitsPerPixel));
  }

  public Optional<JsonObject> exifTags() {
    return View.object(json, "exif_tags");
  }

  public RasterImageExt withExifTags(JsonObject exifTags) {
    return with("exif_tags", exifTags);
  }

  public RasterImageExt with(String property, JsonValue value) {
    return new RasterImageExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "raster-image-ext";
  }
}
