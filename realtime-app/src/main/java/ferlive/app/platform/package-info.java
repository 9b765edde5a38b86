/** What the operating system offers and Java does not: system calls, the user's own folders. */
package ferlive.app.platform;
