/** An application whose mapping is broken. */
package io.retort.boot.command.broken;
