package hep.aurum.source.parquet;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Open databases that may touch one file. */
final class DuckDb {

    private DuckDb() {}

    /**
     * Require that DuckDB is there, and that it takes the name of a file as such.
     *
     * @throws NotSupported if not
     */
    static void require(Path file) {
        try {
            Class.forName("org.duckdb.DuckDBDriver", false, DuckDb.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new NotSupported(
                    file + " needs DuckDB, which is not on the class path",
                    "",
                    "add org.duckdb:duckdb_jdbc, or convert the file to .aurum or .npz");
        }
        if (file.toString().matches("(?s).*[*?\\[\\]{}].*")) {
            throw new NotSupported(
                    file + " has a character in its name that stands for others (* ? [ ] { })", "", "rename it");
        }
    }

    /**
     * Open a database.
     *
     * @param database where its tables are, empty for the memory
     * @param file the one file besides that it may touch
     */
    static Connection open(String database, Path file) {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + database, properties);
            for (String setting : List.of(
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "memory_limit = '1GB'",
                    "allowed_paths = [" + literal(name(file)) + "]",
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                execute(connection, "SET " + setting);
            }
            return connection;
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Prepare a statement whose parameter is the file. */
    static PreparedStatement prepare(Connection connection, String sql, Path file) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, name(file));
        return statement;
    }

    static String name(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** Return a text as SQL. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Return the name of a column as SQL. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static BadInput failed(Path file, SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String clipped = message.length() > 300 ? message.substring(0, 300) + "..." : message;
        return new BadInput(file + " is no sound Parquet file: " + clipped, "", "write it again or copy it again");
    }
}
