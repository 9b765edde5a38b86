/** Where a user's own files of this program lie. */
package ferlive.app.files;
