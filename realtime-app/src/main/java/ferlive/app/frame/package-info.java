/** A captured picture and the geometry on it. Values here are shared by every stage. */
package ferlive.app.frame;
