package ferlive.app.pipeline;

import ferlive.app.track.Track;
import java.util.List;

/**
 * The faces of a frame before they are named.
 *
 * @param tracks by number, also those that are not confirmed yet
 * @param newStream whether the frame has nothing to do with the one before
 * @param detectNanos that the detection took
 * @param trackNanos that the tracking took
 */
public record FoundFaces(List<Track> tracks, boolean newStream, long detectNanos, long trackNanos) {
  public FoundFaces {
    tracks = List.copyOf(tracks);
  }
}
