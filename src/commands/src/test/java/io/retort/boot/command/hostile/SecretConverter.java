package io.retort.boot.command.hostile;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A converter whose dependency cannot be created outside of production. */
@Converter
class SecretConverter implements AttributeConverter<String, String> {

    SecretConverter(BrokenService keys) {}

    @Override
    public String convertToDatabaseColumn(String attribute) {
        return attribute;
    }

    @Override
    public String convertToEntityAttribute(String column) {
        return column;
    }
}
