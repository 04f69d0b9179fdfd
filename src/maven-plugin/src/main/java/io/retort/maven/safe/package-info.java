/**
 * Output that terminals can show. The names of files and classes, the options that are typed and the messages of
 * exceptions come from others. Control characters and those that change the reading direction are escaped before Maven
 * prints them. It imports Maven's API and nothing else.
 */
@NullMarked
package io.retort.maven.safe;

import org.jspecify.annotations.NullMarked;
