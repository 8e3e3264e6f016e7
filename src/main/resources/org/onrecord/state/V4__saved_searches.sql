-- One row for each search that somebody saved. The number stays when it is renamed; the key is the name as names are compared.
create table saved_search (
    number     integer primary key autoincrement,
    name_key   text    not null unique,
    name       text    not null,
    query      text    not null,
    created_at integer not null
) strict;
