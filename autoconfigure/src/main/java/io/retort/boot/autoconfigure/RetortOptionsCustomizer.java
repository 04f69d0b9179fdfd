package io.retort.boot.autoconfigure;

import io.retort.RetortOptions;

/** Changes Retort's options after the properties are read. Every bean of this type is asked, in order. */
@FunctionalInterface
public interface RetortOptionsCustomizer {

    /** The options to use in place of these. */
    RetortOptions customize(RetortOptions options);
}
