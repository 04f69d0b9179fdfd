package io.retort.diff.model.scratch;

import io.retort.diff.inspect.Inspector;
import java.sql.Connection;
import java.sql.SQLException;

/** Where one product keeps what is thrown away. */
interface Place {

    /** Creates the model, reads it and removes it; the connection is left as it was. */
    Scratch read(Connection connection, Model model, Inspector inspector) throws SQLException;
}
