/**
 * The command line: options, commands, messages and exit codes. {@link ferlive.app.cli.AppMain} is
 * the entry; commands run on the main thread.
 */
package ferlive.app.cli;
