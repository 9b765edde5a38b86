package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A network stream's address. May hold credentials, so only {@link #masked()} may be shown.
 *
 * @param address as the user gave it
 */
record StreamUrl(String address) {
  private static final Set<String> SCHEMES = Set.of("http", "https", "rtsp");
  private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");

  /**
   * User and password. Who forgets to escape a slash or a number sign in a password must not see it
   * shown either: only what follows a colon as digits is taken for a port.
   */
  private static final Pattern USER_INFO =
      Pattern.compile("(?<=://)(?:[^/?#]*@|[^/?#:\\[]*:(?!\\d*(?:[/?#]|$)).*@)");

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)(?<=[?&])([^=&#]*(?:pass|pwd|token|key|secret|auth|user|sig)[^=&#]*)=[^&#]*");

  StreamUrl {
    checkKind(address);
  }

  /**
   * Refuses a URL that cannot be opened whatever is at its end.
   *
   * @throws AppException USAGE for a scheme that is not known
   */
  static void checkKind(String address) {
    String scheme = address.substring(0, address.indexOf(':')).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw new AppException(
          ExitCode.USAGE,
          scheme + "://…: not a kind of URL that can be opened (http, https, rtsp)");
    }
  }

  static boolean isUrl(String spec) {
    return URL.matcher(spec).matches();
  }

  boolean isRtsp() {
    return address.regionMatches(true, 0, "rtsp:", 0, 5);
  }

  /** The address with user, password and secret parameters hidden. */
  String masked() {
    String withoutUser = USER_INFO.matcher(address).replaceFirst("***@");
    return SECRET_PARAMETER.matcher(withoutUser).replaceAll("$1=***");
  }
}
