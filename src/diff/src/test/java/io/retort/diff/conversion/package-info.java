/** Type changes on rows with boundary values, compared with the behaviour of each product. */
package io.retort.diff.conversion;
