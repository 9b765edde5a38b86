/** What every package that starts threads needs. Knows nothing of the others. */
package ferlive.app.thread;
