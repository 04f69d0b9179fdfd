package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonParserFactory;

/** The validator finds each violation, at its place. */
class JsonSchemaTests {

    private static final String SCHEMA = """
            {
              "type": "object",
              "required": ["name"],
              "additionalProperties": false,
              "properties": {
                "name": {"type": "string"},
                "version": {"const": 1},
                "level": {"enum": ["low", "high"]},
                "note": {"type": ["string", "null"]},
                "done": {"type": "boolean"},
                "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}
              },
              "$defs": {
                "part": {
                  "type": "object",
                  "required": ["id"],
                  "additionalProperties": false,
                  "properties": {"id": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}}
                }
              }
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"version": 1}                                        | $ lacks name
                    {"name": 1}                                           | $.name is not string
                    {"name": null}                                        | $.name is not string
                    {"name": "a", "more": 1}                              | $ has more
                    {"name": "a", "version": 2}                           | $.version is not 1
                    {"name": "a", "version": "1"}                         | $.version is not 1
                    {"name": "a", "level": "middle"}                      | $.level is not one of [low, high]
                    {"name": "a", "note": 1}                              | $.note is not [string, null]
                    {"name": "a", "done": "true"}                         | $.done is not boolean
                    {"name": "a", "parts": {}}                            | $.parts is not array
                    {"name": "a", "parts": ["b"]}                         | $.parts[0] is not object
                    {"name": "a", "parts": [{"id": "b"}, {}]}             | $.parts[1] lacks id
                    {"name": "a", "parts": [{"id": "b", "name": "c"}]}    | $.parts[0] has name
                    {"name": "a", "parts": [{"id": "b", "parts": [{}]}]}  | $.parts[0].parts[0] lacks id
                    """)
    void findsAViolation(String json, String violation) {
        assertThat(schema(SCHEMA).violations(JsonParserFactory.getJsonParser().parseMap(json)))
                .containsExactly(violation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\"}",
                "{\"name\": \"a\", \"version\": 1, \"level\": \"low\", \"note\": null, \"done\": true, \"parts\": []}",
                "{\"name\": \"a\", \"parts\": [{\"id\": \"b\", \"parts\": [{\"id\": \"c\"}]}]}"
            })
    void findsNothingInWhatTheSchemaPermits(String json) {
        assertThat(schema(SCHEMA).violations(JsonParserFactory.getJsonParser().parseMap(json)))
                .isEmpty();
    }

    /** A keyword that the validator ignores would check nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"minProperties\": 1}",
                "{\"type\": \"integer\"}",
                "{\"$ref\": \"#/$defs/none\", \"$defs\": {}}",
                "{\"$ref\": \"#/$defs/one\", \"required\": [\"a\"], \"$defs\": {\"one\": {}}}"
            })
    void refusesASchemaThatItDoesNotUnderstand(String schema) {
        assertThatThrownBy(() -> schema(schema)
                        .violations(JsonParserFactory.getJsonParser().parseMap("{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonSchema schema(String text) {
        return new JsonSchema(JsonParserFactory.getJsonParser().parseMap(text));
    }
}
