package ferlive.app.classify;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How right a model was on one part of a data set.
 *
 * @param split the part: "public" is FER2013's PublicTest
 * @param date of the measurement, year-month-day, where it is known
 * @param figures by name, such as accuracy and macroF1, each from 0 to 1
 */
public record ModelMetrics(String split, Optional<String> date, Map<String, Double> figures) {
  public ModelMetrics {
    figures = new TreeMap<>(figures);
  }
}
