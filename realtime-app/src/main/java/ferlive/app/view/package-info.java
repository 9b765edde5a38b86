/** What a person chooses to see, and the commands that change it, whatever they come from. */
package ferlive.app.view;
