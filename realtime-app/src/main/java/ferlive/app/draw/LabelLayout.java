package ferlive.app.draw;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for the labels of faces. A label never leaves the area, and covers neither another
 * face nor another label; it covers its own face only where nothing else is left, and then in its
 * smallest form. One that has no such place is left out.
 *
 * <p>Every face gets a place for its smallest form first, and then larger ones where there is room.
 * A label stays on the side of its face where it was, as long as there is room.
 */
final class LabelLayout {
  private final Rectangle area;
  private final List<Rectangle> faces;
  private final List<List<Dimension>> forms;
  private final List<Rectangle> obstacles;
  private final List<Integer> sides;
  private final Spot[] spots;

  /**
   * A label's place.
   *
   * @param form which of the face's forms, from 0
   * @param side of the face that it is on, from 0, the usual one
   */
  record Spot(int form, int side, Rectangle place) {}

  private LabelLayout(
      Rectangle area,
      List<Rectangle> faces,
      List<List<Dimension>> forms,
      List<Integer> sides,
      List<Rectangle> obstacles) {
    this.area = area;
    this.sides = sides;
    this.faces = faces;
    this.forms = forms;
    this.obstacles = obstacles;
    this.spots = new Spot[faces.size()];
  }

  /**
   * Places the labels.
   *
   * @param area that they stay in
   * @param faces boxes, each within the area or empty
   * @param forms for each face the sizes that its label can have, the fullest first
   * @param sides for each face the side where its label was, 0 where it had none
   * @param obstacles that no label covers
   * @return for each face where its label goes
   */
  static List<Optional<Spot>> place(
      Rectangle area,
      List<Rectangle> faces,
      List<List<Dimension>> forms,
      List<Integer> sides,
      List<Rectangle> obstacles) {
    LabelLayout layout = new LabelLayout(area, faces, forms, sides, obstacles);
    for (int face = 0; face < faces.size(); face++) {
      layout.placeSmallest(face);
    }
    for (int face = 0; face < faces.size(); face++) {
      layout.enlarge(face);
    }
    return Arrays.stream(layout.spots).map(Optional::ofNullable).toList();
  }

  /** The last forms are tried from the second smallest on: a label says more than a number. */
  private void placeSmallest(int face) {
    int last = forms.get(face).size() - 1;
    for (int form = Math.max(0, last - 1); form <= last && spots[face] == null; form++) {
      Dimension size = forms.get(face).get(form);
      List<Point> corners = new ArrayList<>(around(faces.get(face), size));
      int outside = corners.size();
      corners.addAll(inside(faces.get(face), size));
      spots[face] = firstFree(face, form, corners, outside).orElse(null);
    }
  }

  private void enlarge(int face) {
    if (spots[face] == null) {
      return;
    }
    for (int form = 0; form < spots[face].form(); form++) {
      List<Point> corners = around(faces.get(face), forms.get(face).get(form));
      Optional<Spot> larger = firstFree(face, form, corners, corners.size());
      if (larger.isPresent()) {
        spots[face] = larger.get();
        return;
      }
    }
  }

  /** The side where the label was comes first. */
  private Optional<Spot> firstFree(int face, int form, List<Point> corners, int outside) {
    int first = Math.min(sides.get(face), corners.size() - 1);
    for (int i = -1; i < corners.size(); i++) {
      int side = i < 0 ? first : i;
      Optional<Rectangle> place =
          place(face, forms.get(face).get(form), corners.get(side), side < outside);
      if (place.isPresent()) {
        return Optional.of(new Spot(form, side, place.get()));
      }
    }
    return Optional.empty();
  }

  /** Above, below, right and left of the box; the first is the usual one. */
  private static List<Point> around(Rectangle box, Dimension size) {
    int right = box.x + box.width;
    int bottom = box.y + box.height;
    return List.of(
        new Point(box.x, box.y - size.height),
        new Point(right - size.width, box.y - size.height),
        new Point(right, box.y),
        new Point(box.x - size.width, box.y),
        new Point(box.x, bottom),
        new Point(right - size.width, bottom),
        new Point(right, bottom - size.height),
        new Point(box.x - size.width, bottom - size.height));
  }

  private static List<Point> inside(Rectangle box, Dimension size) {
    int right = box.x + box.width - size.width;
    int bottom = box.y + box.height - size.height;
    return List.of(
        new Point(box.x, box.y),
        new Point(box.x, bottom),
        new Point(right, box.y),
        new Point(right, bottom));
  }

  /** The place nearest to a corner that is within the area, if it is free. */
  private Optional<Rectangle> place(int face, Dimension size, Point corner, boolean outside) {
    if (size.width > area.width || size.height > area.height) {
      return Optional.empty();
    }
    int x = Math.max(area.x, Math.min(corner.x, area.x + area.width - size.width));
    int y = Math.max(area.y, Math.min(corner.y, area.y + area.height - size.height));
    Rectangle place = new Rectangle(x, y, size.width, size.height);
    return Optional.of(place).filter(it -> isFree(it, face, outside));
  }

  private boolean isFree(Rectangle place, int face, boolean outside) {
    for (int other = 0; other < faces.size(); other++) {
      boolean own = other == face;
      if ((!own || outside) && faces.get(other).intersects(place)) {
        return false;
      }
      if (!own && spots[other] != null && spots[other].place().intersects(place)) {
        return false;
      }
    }
    return obstacles.stream().noneMatch(place::intersects);
  }
}
