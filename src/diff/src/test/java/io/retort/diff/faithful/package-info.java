/** Whether what is found is all that is different, and nothing else: on every model and every database. */
package io.retort.diff.faithful;
