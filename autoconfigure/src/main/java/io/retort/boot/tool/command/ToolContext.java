package io.retort.boot.tool.command;

import io.retort.diff.model.CapturedMetadata;
import java.io.PrintStream;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command works with.
 *
 * @param line its own words
 * @param application the user's application: configured, and nothing of it started
 * @param models what the entities ask for, one per persistence unit; empty for a command that needs no model
 * @param out for data
 * @param talk for everything that is said to a person
 */
public record ToolContext(
        CommandLine line,
        ConfigurableApplicationContext application,
        List<CapturedMetadata> models,
        PrintStream out,
        PrintStream talk) {}
