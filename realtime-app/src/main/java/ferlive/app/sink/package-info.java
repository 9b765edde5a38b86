/** Where results go as text, and what all outputs have in common. */
package ferlive.app.sink;
