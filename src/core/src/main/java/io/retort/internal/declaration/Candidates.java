package io.retort.internal.declaration;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

/**
 * The methods that a call can mean.
 *
 * @param kind what they are, for messages: {@code method of op}
 * @param methods the methods with the name of the call
 * @param names the names of all methods of this kind
 */
record Candidates(String kind, List<Method> methods, Set<String> names) {}
