package org.onrecord.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Connections to a database of which a call fails: before it has an effect, or after it, as when the answer is lost. */
public final class ShakyConnections implements UnaryOperator<DataSource> {
    private static final Set<String> CALLS = Set.of(
            "getConnection",
            "prepareStatement",
            "createStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "commit",
            "setAutoCommit");

    private final Fault fault;
    private final boolean afterwards;

    public ShakyConnections(Fault fault, boolean afterwards) {
        this.fault = fault;
        this.afterwards = afterwards;
    }

    @Override
    public DataSource apply(DataSource source) {
        return shaky(DataSource.class, source);
    }

    private <T> T shaky(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean fails = CALLS.contains(method.getName()) && fault.strikes();
                    if (fails && !afterwards) {
                        throw new SQLException("the database failed on purpose before " + method.getName());
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (fails) {
                        if (result instanceof AutoCloseable open) {
                            open.close();
                        }
                        throw new SQLException("the database failed on purpose after " + method.getName());
                    }
                    return wrapped(result);
                }));
    }

    private Object wrapped(Object result) {
        if (result instanceof PreparedStatement statement) {
            return shaky(PreparedStatement.class, statement);
        }
        if (result instanceof Statement statement) {
            return shaky(Statement.class, statement);
        }
        return result instanceof Connection connection ? shaky(Connection.class, connection) : result;
    }
}
