/**
 * A user's settings as they stand in a file. {@link ferlive.app.config.SettingsFile} is the entry;
 * what they mean is the command line's to say.
 */
package ferlive.app.config;
