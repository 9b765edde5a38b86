/**
 * Finds out what would keep the program from working on this machine, and tells the way out. {@link
 * ferlive.app.doctor.Doctor} is the entry.
 */
package ferlive.app.doctor;
