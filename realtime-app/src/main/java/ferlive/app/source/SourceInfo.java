package ferlive.app.source;

/**
 * What is known of a source when it opens.
 *
 * @param name as the user gave it, credentials masked
 * @param kind decides whether frames may be dropped and whether they belong together
 * @param width of its frames in pixels, 0 when not known before the first
 * @param height of its frames in pixels, 0 when not known before the first
 * @param fps nominal frames per second, 0 when not known
 * @param frames how many frames it will give, -1 when not known
 */
public record SourceInfo(
    String name, SourceKind kind, int width, int height, double fps, long frames) {}
