package ferlive.app.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears a signal in the JVM's place.
 *
 * <p>The JVM answers a signal by running all shutdown hooks at once. One of them is ONNX Runtime's,
 * which closes its environment under an analysis that is still ending.
 *
 * <p>{@code sun.misc.Signal} is the only way, in every JDK in the module {@code jdk.unsupported};
 * it is called by reflection, since javac warns of its name.
 */
final class OwnSignals {
  private static final Logger LOG = LoggerFactory.getLogger(OwnSignals.class);

  private OwnSignals() {}

  /**
   * Calls {@code action} when the signal comes, on a thread of the JVM. Where that cannot be, the
   * JVM's own answer stays.
   *
   * @param name without SIG, such as TERM
   */
  static void hear(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                  return null;
                }
                throw new UnsupportedOperationException(method.getName());
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.info("the JVM itself answers SIG{}", name, e);
    }
  }
}
