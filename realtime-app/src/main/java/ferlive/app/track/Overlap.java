package ferlive.app.track;

import ferlive.app.frame.Box;

/** How two boxes lie to each other. */
final class Overlap {
  private Overlap() {}

  /**
   * How far two boxes are from being one: 1 - IoU, plus the squared distance of the centres over
   * the squared diagonal of what encloses both (the DIoU of Z. Zheng et al., "Distance-IoU Loss",
   * AAAI 2020). So boxes that do not overlap are told apart by distance.
   *
   * @return 0 for equal boxes, 1 and more for such that do not overlap, below 2
   */
  static double distance(Box a, Box b) {
    double width = Math.max(a.x() + a.width(), b.x() + b.width()) - Math.min(a.x(), b.x());
    double height = Math.max(a.y() + a.height(), b.y() + b.height()) - Math.min(a.y(), b.y());
    double x = a.centerX() - b.centerX();
    double y = a.centerY() - b.centerY();
    return 1 - a.iou(b) + (x * x + y * y) / (width * width + height * height);
  }

  /** Share of the smaller box that the larger one covers, 0..1. */
  static double cover(Box a, Box b) {
    double iou = a.iou(b);
    double common = iou / (1 + iou) * (a.area() + b.area());
    return common / Math.min(a.area(), b.area());
  }
}
