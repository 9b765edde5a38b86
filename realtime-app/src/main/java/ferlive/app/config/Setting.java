package ferlive.app.config;

import java.util.Optional;

/**
 * One line of a settings file.
 *
 * @param command that it is for; empty where it is for every command that has such an option
 * @param name of the option, without hyphens before it
 * @param value as it would stand on the command line
 * @param place where it stands, as file:line
 */
public record Setting(Optional<String> command, String name, String value, String place) {}
