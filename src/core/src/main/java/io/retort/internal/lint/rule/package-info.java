/**
 * Lint rules: what a change to a table does to a running application. A dialect returns the rules of its product as
 * {@link io.retort.internal.lint.rule.LintRules}. Rules are pure functions of an operation and its context; they open no
 * connection. Imports: {@code lint}, {@code operation}, {@code schema}, {@code sql} and {@code internal.sql}.
 */
@NullMarked
package io.retort.internal.lint.rule;

import org.jspecify.annotations.NullMarked;
