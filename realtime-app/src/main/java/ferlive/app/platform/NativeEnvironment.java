package ferlive.app.platform;

import com.sun.jna.LastErrorException;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The environment as native code sees it. */
public final class NativeEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

  private NativeEnvironment() {}

  /**
   * Sets a variable where it is not set yet, for native libraries that start later. The launcher
   * sets it before Java starts, which costs nothing; this is for who starts without it. Not for
   * Windows, whose libraries look elsewhere.
   */
  public static void setDefault(String name, String value) {
    if (System.getenv(name) != null || Platform.isWindows()) {
      return;
    }
    try {
      LibC.load().setenv(name, value, 0);
    } catch (LastErrorException | LinkageError e) {
      LOG.warn("cannot set {}={} for native libraries", name, value, e);
    }
  }
}
