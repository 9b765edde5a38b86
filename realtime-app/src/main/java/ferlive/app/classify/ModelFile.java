package ferlive.app.classify;

import ferlive.app.asset.AssetFile;
import java.util.Optional;

/**
 * A model as it lies on disk, with its origin looked at and its content not yet.
 *
 * @param name the file's name without {@code .onnx}
 * @param asset its bytes and their hash
 * @param notice one sentence for the user where the manifest does not vouch for it
 */
public record ModelFile(String name, AssetFile asset, Optional<String> notice) {}
