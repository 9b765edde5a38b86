/**
 * The files that the program brings along: where they are ({@link ferlive.app.asset.HomeFolder})
 * and what is in them ({@link ferlive.app.asset.AssetFile}). Native code only ever sees bytes whose
 * sha256 was looked at first.
 */
package ferlive.app.asset;
