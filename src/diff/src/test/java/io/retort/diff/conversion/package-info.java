/** Type changes on rows at the edges of their types, held against what each product does itself. */
package io.retort.diff.conversion;
