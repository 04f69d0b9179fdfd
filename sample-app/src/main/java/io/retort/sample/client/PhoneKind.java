package io.retort.sample.client;

/** Kind of an owner's phone number. */
public enum PhoneKind {
    MOBILE,
    HOME
}
