package io.retort.sample.client;

/** Which of an owner's telephones a number rings. */
public enum PhoneKind {
    MOBILE,
    HOME
}
