package org.onrecord.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.json.Csv;
import org.onrecord.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list that is short enough to be told whole: over the API, and behind the address of its page as {@code .json}, {@code .csv}
 * and {@code .jsonl}.
 *
 * @param path of its page, such as {@code /actors}; what follows the slash is its name in JSON
 * @param columns the fields of a row that make columns of a table
 * @param rows what a request asks for, in JSON
 */
record ShortList(String path, List<String> columns, Function<Context, List<ObjectNode>> rows) {
    ShortList {
        columns = List.copyOf(columns);
    }

    /** Adds its routes; they come before those of pages whose ids would take the suffix for a part of theirs. */
    void route(RoutesConfig routes, Permission permission) {
        routes.get("/api/v1" + path, this::json, permission);
        routes.get(path + ".json", this::json, permission);
        routeFiles(routes, permission);
    }

    /** Adds the routes of a table and of lines alone, for a list that the API tells page by page. */
    void routeFiles(RoutesConfig routes, Permission permission) {
        routes.get(path + ".csv", this::csv, permission);
        routes.get(path + ".jsonl", this::lines, permission);
    }

    private void json(Context ctx) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode list = json.putArray(path.substring(1));
        rows.apply(ctx).forEach(list::add);
        Problems.json(ctx, json);
    }

    private void csv(Context ctx) {
        String table =
                rows.apply(ctx).stream().map(row -> Csv.line(columns, row)).collect(Collectors.joining());
        send(ctx, PageForms.CSV, ".csv", Csv.header(columns) + table);
    }

    private void lines(Context ctx) {
        String lines = rows.apply(ctx).stream().map(row -> row + "\n").collect(Collectors.joining());
        send(ctx, PageForms.JSON_LINES, ".jsonl", lines);
    }

    private void send(Context ctx, String type, String suffix, String text) {
        PageForms.asFile(ctx, type, path.substring(1) + suffix);
        ctx.result(text.getBytes(StandardCharsets.UTF_8));
    }
}
