/** Hand-written doubles for tests. */
package ferlive.app.testing;
