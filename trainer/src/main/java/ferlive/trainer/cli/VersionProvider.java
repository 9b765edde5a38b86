package ferlive.trainer.cli;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {tool()};
  }

  /** The version, or {@code development} outside a jar. */
  static String version() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Name and version of the program, for the files that it makes. */
  static String tool() {
    return "ferlive trainer " + version();
  }
}
