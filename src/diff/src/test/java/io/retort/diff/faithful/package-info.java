/** Every difference is found and nothing else: for every model, on every database. */
package io.retort.diff.faithful;
